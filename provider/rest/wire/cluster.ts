import { checkOf, object, text } from "./check";

/** The cluster's name and version. A cluster of several nodes answers the lowest version among them. */
export interface WireCluster {
  readonly name?: string | null;
  readonly version?: {
    readonly full?: string | null;
    readonly generation: number;
    readonly major: number;
    readonly minor: number;
  } | null;
}

const number = { type: "integer" } as const;

export const isWireCluster = checkOf<WireCluster>(
  object({
    name: text,
    version: object({ full: text, generation: number, major: number, minor: number }, ["generation", "major", "minor"]),
  }),
);
