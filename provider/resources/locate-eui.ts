import { type OntapClient, query, type WireIscsiCredential } from "../rest";
import { sameInitiator } from "../schema/initiator";
import type { SvmReference } from "../schema/svm";

/**
 * The credential of an initiator of EUI form on an SVM, by one list, since the array may have the name in another case;
 * the one in the same notation comes first. Undefined where there is none.
 */
export async function locateEui(
  ontap: OntapClient,
  { uuid, name }: SvmReference,
  initiator: string,
  fields: readonly string[],
): Promise<WireIscsiCredential | undefined> {
  const svm = uuid === undefined ? { "svm.name": name ?? "" } : { "svm.uuid": uuid };
  const rows = await ontap.iscsiCredentials.list({ query: { ...svm, initiator: query.like("eui.*") }, fields });
  return rows.find((row) => row.initiator === initiator) ?? rows.find((row) => sameInitiator(row.initiator, initiator));
}
