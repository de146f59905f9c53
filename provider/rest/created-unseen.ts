import { OntapError } from "./ontap-error";

/**
 * ONTAP reported that it created an object, and did not show it: what it is like is `uncertain`, that this call made it
 * is not.
 */
export class CreatedUnseen extends OntapError {
  constructor(noun: string) {
    super({
      code: "uncertain",
      operation: `create an ${noun}`,
      reason: "ONTAP reported success without the created object",
    });
  }
}
