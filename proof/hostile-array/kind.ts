import type { Random } from "../support/random";
import type { RawAnswer, RawRequest } from "../support/raw-server";
import type { Call } from "./calls";

/**
 * What must come of a call: `same` as of an array in order, an `error` of ours, `same or error`, or `any` of an error of
 * ours and a result of the documented shape.
 */
export type Expectation = "same" | "error" | "same or error" | "any";

/** What a case has at hand. */
export interface Hostility {
  readonly random: Random;
  /** How many requests this case had before. */
  readonly number: number;
  /** Address of a server that nothing must ever be sent to. */
  readonly trap: string;
}

/** A way to respond wrongly. */
export interface Kind {
  readonly name: string;
  readonly expects: Expectation | ((call: Call) => Expectation);
  /**
   * One case alone for those that make a call last long (`time`, none in the short form), or that take much memory.
   * Default: as many cases as any other, at once.
   */
  readonly cost?: "time" | "memory";
  /** What a result of it must not hold. */
  readonly never?: RegExp;
  respond(request: RawRequest, hostility: Hostility): RawAnswer;
}

/** What must come of a call to an array that responds so. */
export function expectationOf({ expects }: Kind, call: Call): Expectation {
  return typeof expects === "function" ? expects(call) : expects;
}
