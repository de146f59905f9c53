import type { Exchange } from "./call";
import { type Collection, type CollectionKind, collectionOf } from "./collection";
import { createInstance, deleteInstance, type GetOptions, getInstance, instancePath, updateInstance } from "./instance";
import { queryString } from "./query";
import {
  isWireIscsiCredential,
  type WireIscsiCredential,
  type WireIscsiCredentialCreate,
  type WireIscsiCredentialUpdate,
} from "./wire/iscsi-credential";

const kind: CollectionKind<WireIscsiCredential> = {
  path: "/api/protocols/san/iscsi/credentials",
  noun: "iSCSI credential",
  accepts: isWireIscsiCredential,
};

/** How PATCH takes an address list. */
export interface AddressListOptions {
  /** `replace` the stored list (default), `add` to it, or `remove` from it. */
  readonly addresses?: "replace" | "add" | "remove";
}

/** iSCSI credentials, keyed by the SVM's UUID and the initiator. Source: the iSCSI credentials document. */
export interface IscsiCredentialsCollection extends Collection<WireIscsiCredential> {
  /** Throws `api-error`: 4, 5374895 or 5374078 where there is none, 2621462 where the array does not know the SVM. */
  get(svmUuid: string, initiator: string, options?: GetOptions): Promise<WireIscsiCredential>;
  /** Throws `api-error`: 5374142 where the initiator has one, 5374078 where the SVM has no iSCSI service. */
  create(credential: WireIscsiCredentialCreate): Promise<WireIscsiCredential>;
  /** A CHAP change must bear the type and the whole inbound pair (5374149). Throws `api-error`: 5374895 for none. */
  update(
    svmUuid: string,
    initiator: string,
    change: WireIscsiCredentialUpdate,
    options?: AddressListOptions,
  ): Promise<void>;
  /** The `default` credential cannot be deleted (5374148). */
  delete(svmUuid: string, initiator: string): Promise<void>;
}

export function iscsiCredentials(exchange: Exchange): IscsiCredentialsCollection {
  return {
    ...collectionOf(exchange, kind),
    get: (svmUuid, initiator, options) => getInstance(exchange, kind, [svmUuid, initiator], options),
    create: (credential) => createInstance(exchange, kind, credential),
    update: (svmUuid, initiator, change, { addresses = "replace" } = {}) => {
      const path = instancePath(kind.path, [svmUuid, initiator]);
      const query = addresses === "replace" ? "" : `?${queryString([[`${addresses}_initiator_addresses`, "true"]])}`;
      return updateInstance(exchange, `${path}${query}`, change);
    },
    delete: (svmUuid, initiator) => deleteInstance(exchange, instancePath(kind.path, [svmUuid, initiator])),
  };
}
