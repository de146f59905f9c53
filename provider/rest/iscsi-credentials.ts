import { list, object, optionalInWrites, requiredInWrites, text } from "../record/fields";
import { record } from "../record/record";
import type { WireOf, WriteOf } from "../record/types";
import type { Exchange } from "./call";
import { NO_CREDENTIAL, NO_ENTRY, NO_SERVICE } from "./codes";
import { type Collection, collectionOf } from "./collection";
import { createInstance, deleteInstance, type GetOptions, getInstance, instancePath, updateInstance } from "./instance";
import { queryString } from "./query";
import { ownerSvm } from "./svm-reference";

const chapPair = {
  fields: {
    user: text({ doc: "CHAP user.", write: requiredInWrites }),
    password: text({ doc: "CHAP password.", writeOnly: true, write: optionalInWrites }),
  },
} as const;

const family = text({ doc: "Family of the addresses.", values: ["ipv4", "ipv6"] });

const range = {
  fields: {
    start: text({ doc: "First address.", always: true, write: requiredInWrites }),
    end: text({ doc: "Last address, included in the range.", always: true, write: requiredInWrites }),
    family,
  },
} as const;

const mask = {
  fields: {
    address: text({ doc: "Address of the network.", always: true, write: requiredInWrites }),
    netmask: text({ doc: "Netmask, always as a prefix length, such as `24`.", write: optionalInWrites }),
    family,
  },
} as const;

/** What ONTAP documents of credentials. */
export const iscsiCredential = record({
  path: "/api/protocols/san/iscsi/credentials",
  noun: "iSCSI credential",
  doc: "How one initiator of an SVM logs in.",
  source: '"iscsi_credentials" in ONTAP\'s iSCSI credentials document',
  keys: ["svm.uuid", "initiator"],
  fields: {
    svm: ownerSvm,
    initiator: text({
      doc: "`iqn...`, `eui...`, or `default` for every initiator without a credential of its own.",
      always: true,
      write: { post: "required" },
    }),
    authentication_type: text({
      doc: "How the initiator logs in: with CHAP, without it, or not at all.",
      values: ["chap", "none", "deny"],
      write: { post: "required", patch: "optional" },
    }),
    chap: object({
      doc: "Users of CHAP; absent with another type. ONTAP never returns passwords.",
      write: optionalInWrites,
      fields: {
        inbound: object({ ...chapPair, doc: "What the initiator presents to ONTAP.", write: requiredInWrites }),
        outbound: object({ ...chapPair, doc: "What ONTAP presents to the initiator.", write: optionalInWrites }),
      },
    }),
    initiator_address: object({
      doc: "Addresses from which the initiator may log in; absent for any.",
      write: optionalInWrites,
      fields: {
        ranges: list({ ...range, doc: "From one address to another of the same family.", write: requiredInWrites }),
        masks: list({ ...mask, doc: "Networks.", write: requiredInWrites }),
      },
    }),
  },
  codes: { notFound: [NO_ENTRY, NO_CREDENTIAL, NO_SERVICE] },
  functions: {
    type: "IscsiCredential",
    client: "iscsiCredentials",
    one: "credential",
    examples: {
      fields: "chap.inbound.user",
      get: ['const fallback = await getIscsiCredential({ svm: { name: "svm1" }, initiator: "default" });'],
      list: 'const corp = await getIscsiCredentials({ initiator: query.like("iqn.1998-01.com.corp*"), orderBy: "initiator" });',
      listOutput:
        'export const users = getIscsiCredentialsOutput({ svm: service.svm, fields: ["chap.inbound.user"] });',
    },
  },
});

type Declared = typeof iscsiCredential.fields;
/** An iSCSI credential as ONTAP answers it. Source: "iscsi_credentials" in the iSCSI credentials document. */
export type WireIscsiCredential = WireOf<Declared>;
/** What POST takes. */
export type WireIscsiCredentialCreate = WriteOf<Declared, "post">;
/** What PATCH takes. A CHAP change must have the type and the whole inbound pair; a list replaces the stored one. */
export type WireIscsiCredentialUpdate = WriteOf<Declared, "patch">;
/** A CHAP user with the password, as POST and PATCH take them; an empty outbound user clears the outbound pair. */
export type WireChapPair = WriteOf<typeof chapPair.fields, "patch">;
/** From one address to another of the same family, both included. */
export type WireAddressRange = WireOf<typeof range.fields>;
/** A network; ONTAP always answers the netmask as a prefix length. */
export type WireAddressMask = WireOf<typeof mask.fields>;

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
  /** A CHAP change must carry the type and the whole inbound pair (5374149). Throws `api-error`: 5374895 for none. */
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
  const pathOf = (svmUuid: string, initiator: string) => instancePath(iscsiCredential.path, [svmUuid, initiator]);
  return {
    ...collectionOf(exchange, iscsiCredential),
    get: (svmUuid, initiator, options) => getInstance(exchange, iscsiCredential, [svmUuid, initiator], options),
    create: (credential) => createInstance(exchange, iscsiCredential, credential),
    update: (svmUuid, initiator, change, { addresses = "replace" } = {}) => {
      const query = addresses === "replace" ? "" : `?${queryString([[`${addresses}_initiator_addresses`, "true"]])}`;
      return updateInstance(exchange, `${pathOf(svmUuid, initiator)}${query}`, change);
    },
    delete: (svmUuid, initiator) => deleteInstance(exchange, pathOf(svmUuid, initiator)),
  };
}
