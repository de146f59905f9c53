import { OntapError } from "../../provider/rest";

/** What came of a question to an array. */
export type Outcome<Value> = { readonly value: Value } | { readonly error: OntapError };

/** What comes of a promise; errors of other kinds are thrown. */
export async function outcomeOf<Value>(answer: Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { value: await answer };
  } catch (error) {
    if (error instanceof OntapError) {
      return { error };
    }
    throw error;
  }
}

/** True where the login was accepted and lacks a right: HTTP 403, and 6691623, which ONTAP may answer as a 400. */
export function isMissingRight({ status, ontapCode }: OntapError): boolean {
  return status === 403 || (status === 400 && ontapCode === "6691623");
}

/** True where no response of the array came: there was none, or something else answered. */
export function isNoAnswer({ code }: OntapError): boolean {
  return code === "unreachable" || code === "malformed" || code === "incomplete";
}
