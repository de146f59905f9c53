import type { Path } from "./bag";

/** Where the arguments of a provider hold secrets, whatever is passed: a map of clusters as a whole. */
export const SECRETS: readonly Path[] = ["password", "token", "clientKey", "clusters"].map((key) => [key]);
