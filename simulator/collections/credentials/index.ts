import type { Collection } from "../collection";
import { keyText } from "../record-keys";
import { inScope } from "../scope";
import { createCredential } from "./create";
import { existingCredential } from "./existing";
import { credentialRecord } from "./record";
import { removeCredential } from "./remove";
import { credentialsPath, credentialsSpec } from "./spec";
import { addressFlags, updateCredential } from "./update";

/** `/protocols/san/iscsi/credentials`. */
export const credentials: Collection = {
  path: credentialsPath,
  spec: credentialsSpec,
  patchParameters: addressFlags,
  records: ({ cluster: world, scope }) =>
    inScope(world.store.credentials.rows(), scope).map((row) => credentialRecord(row, world.settings.unknowns)),
  find: (request, key) => {
    const { unknowns } = request.cluster.settings;
    return credentialRecord(existingCredential(request, key, unknowns.missingCredentialGet), unknowns);
  },
  keyOf: (record) => [keyText(record, "svm.uuid"), keyText(record, "initiator")],
  create: createCredential,
  update: updateCredential,
  remove: removeCredential,
};
