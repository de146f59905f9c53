import { OntapError } from "../rest";
import type { Bag } from "../schema/bag";

/** The object exists, but not all of it could be made as wanted. What is recorded is what was achieved. */
export class PartialFailure extends OntapError {
  readonly #outputs: Bag;

  constructor(
    readonly id: string,
    outputs: Bag,
    reason: OntapError,
  ) {
    super({
      code: reason.code,
      tried: reason.tried,
      outcome: reason.outcome,
      next: reason.next ?? "What was achieved is recorded; run up again to finish.",
      ...(reason.status === undefined ? {} : { status: reason.status }),
      ...(reason.ontapCode === undefined ? {} : { ontapCode: reason.ontapCode }),
      cause: reason,
    });
    this.#outputs = outputs;
  }

  /** What is to be recorded, passwords included: hidden from whoever prints the error. */
  get outputs(): Bag {
    return this.#outputs;
  }
}
