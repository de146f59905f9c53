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

/** True where no response of the array came: there was none, or something else answered. */
export function isNoAnswer({ code }: OntapError): boolean {
  return code === "unreachable" || code === "malformed" || code === "incomplete";
}
