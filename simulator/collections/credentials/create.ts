import { chapOfNewRow } from "../../rules/chap";
import { checkEmptyOutboundUser } from "../../rules/empty-outbound";
import { initiatorName } from "../../rules/initiator-name";
import { svmFromBody } from "../../rules/svm-reference";
import { ApiError } from "../../wire/api-error";
import { bodyText, checkBodyFields, missingValue } from "../../wire/body-fields";
import type { WireRecord } from "../../wire/json";
import { flag } from "../../wire/parameters";
import type { Key, Request } from "../collection";
import { readList, readType, sharedFields } from "./body";
import { credentialKey } from "./table";

/**
 * POST of a credential row, for which the SVM must have an iSCSI service.
 *
 * @throws ApiError 262212, the codes of the name, 2621707, 2621706, 2621462, 5374078, 5374142, then those of CHAP and
 *   of the address list.
 */
export function createCredential(request: Request, body: WireRecord): Key {
  const { cluster, scope, rawQuery } = request;
  const { store, settings } = cluster;
  const shared = sharedFields(settings.ambiguities);
  checkBodyFields(
    body,
    { ...shared, writable: ["svm.uuid", "svm.name", "initiator", ...shared.writable] },
    flag(rawQuery, "ignore_unknown_fields", false),
  );
  const svm = svmFromBody(body, store, scope);
  const given = bodyText(body, "initiator");
  if (!given) {
    throw missingValue("initiator");
  }
  const type = readType(body);
  if (type === undefined) {
    throw missingValue("authentication_type");
  }
  const initiator = initiatorName(given, settings.ambiguities.upperCaseInitiator);
  checkEmptyOutboundUser(cluster, body);
  const chap = chapOfNewRow(type, body);
  const { ranges = [], masks = [] } = readList(body, settings.ambiguities);
  if (store.services.get(svm.uuid) === undefined) {
    throw new ApiError(404, "5374078", `The iSCSI service does not exist in SVM "${svm.name}".`, "svm");
  }
  if (store.credentials.get(credentialKey(svm.uuid, initiator)) !== undefined) {
    throw new ApiError(
      409,
      "5374142",
      `An iSCSI security credential already exists for initiator "${initiator}" in SVM "${svm.name}".`,
      "initiator",
    );
  }
  store.credentials.set({ svm, initiator, ...chap, ranges, masks });
  return [svm.uuid, initiator];
}
