import { CLUSTERS_KEY, secretKeys } from "../connection";
import type { Path } from "./bag";

/** Where the arguments of a provider hold secrets, whatever is passed: a map of clusters as a whole. */
export const SECRETS: readonly Path[] = [...secretKeys, CLUSTERS_KEY].map((key) => [key]);
