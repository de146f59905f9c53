import { formNotation } from "../../../provider/functions/query-form";
import type { Reader } from "../../../provider/reads/reader";
import { connect } from "../../../provider/rest";
import type { TestArray } from "../../array";

/** A reader of an array, whatever cluster is asked for. */
export function readerOf({ url, username, password }: TestArray): Reader {
  const client = connect({ host: url, username, password });
  return { client: () => client, notation: formNotation, optionalRead: "a list", documentedValuesOnly: true };
}
