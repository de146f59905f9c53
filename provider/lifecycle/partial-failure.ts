import { OntapError } from "../rest";
import type { PropertyMap } from "../schema/property-map";
import type { Progress } from "./definition";

/** True where a change that failed came far enough for something to be recorded of it. */
export function cameAnywhere<Inputs>({ done, kept }: Progress<Inputs>): boolean {
  return done > 0 || (kept?.notes?.unconfirmed ?? []).length > 0;
}

/** The object exists, but not all of it could be made as wanted. What is recorded is what was achieved. */
export class PartialFailure extends OntapError {
  readonly #outputs: PropertyMap;

  constructor(
    readonly id: string,
    outputs: PropertyMap,
    reason: OntapError,
  ) {
    super({
      code: reason.code,
      operation: reason.operation,
      reason: reason.reason,
      hint: reason.hint ?? "What was achieved is recorded; run up again to finish.",
      ...(reason.status === undefined ? {} : { status: reason.status }),
      ...(reason.ontapCode === undefined ? {} : { ontapCode: reason.ontapCode }),
      shared: reason.shared,
      cause: reason,
    });
    this.#outputs = outputs;
  }

  /** What is to be recorded, passwords included: hidden from whoever prints the error. */
  get outputs(): PropertyMap {
    return this.#outputs;
  }
}
