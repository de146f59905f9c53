import type { OntapError } from "../rest";
import { canonical } from "../schema/property-map";

/** Where an object is that something could not be done with, as its properties name it. */
export interface TroubledPlace {
  readonly cluster: string | undefined;
  readonly svm: unknown;
}

/**
 * Causes that this process has told. One that has nothing to do with the object, such as a wrong password, is told in
 * full with the first object that it stops; every further one of that cluster, or SVM, has one line.
 */
export class ToldCauses {
  readonly #told = new Set<string>();

  /** The message for an error that stops an object there. */
  tell(error: OntapError, { cluster, svm }: TroubledPlace): string {
    const { code, operation, hint, shared } = error;
    if (shared === undefined) {
      return error.message;
    }
    const place = shared.scope === "svm" ? { cluster, svm } : { cluster };
    const cause = canonical({ ...place, reason: shared.reason });
    if (!this.#told.has(cause)) {
      this.#told.add(cause);
      return error.message;
    }
    const again = `same cause: ${shared.reason}.`;
    // What may have been left behind is the object's own, and so is what to do about it.
    return code === "uncertain"
      ? `Could not ${operation}: it is not known whether the change was made; ${again}${hint === undefined ? "" : ` ${hint}`}`
      : `Could not ${operation}: ${again}`;
  }
}
