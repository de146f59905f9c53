import type { Collection } from "../collection";
import { inScope, keyText } from "../collection";
import { createCredential } from "./create";
import { existingCredential } from "./existing";
import { CREDENTIALS_PATH, credentialRecord, credentialsSpec } from "./record";
import { removeCredential } from "./remove";
import { addressFlags, updateCredential } from "./update";

/** `/protocols/san/iscsi/credentials`. */
export const credentials: Collection = {
  path: CREDENTIALS_PATH,
  spec: credentialsSpec,
  patchParameters: addressFlags,
  records: ({ cluster, scope }) =>
    inScope(cluster.store.credentials.rows(), scope).map((row) => credentialRecord(row, cluster.settings.ambiguities)),
  find: (request, key) => {
    const { ambiguities } = request.cluster.settings;
    return credentialRecord(existingCredential(request, key, ambiguities.missingCredentialGet), ambiguities);
  },
  keyOf: (record) => [keyText(record, "svm.uuid"), keyText(record, "initiator")],
  create: createCredential,
  update: updateCredential,
  remove: removeCredential,
};
