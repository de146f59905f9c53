import type { RecordKind } from "./collection-reads";
import { oneOf, type TreeOf, text } from "./field-tree";
import type { FieldsOf, Selected } from "./selection";

/** How one initiator of an SVM logs in. Source: "iscsi_credentials" in ONTAP's iSCSI credentials document. */
export interface IscsiCredentialRecord {
  /** The SVM that the credential belongs to. */
  readonly svm: { readonly name: string; readonly uuid: string };
  /** `iqn...`, `eui...`, or `default` for every initiator without a credential of its own. */
  readonly initiator: string;
  readonly authenticationType?: "chap" | "none" | "deny";
  /** Users of CHAP; absent with another type. ONTAP never answers passwords. */
  readonly chap?: {
    /** What the initiator presents to ONTAP. */
    readonly inbound?: { readonly user?: string };
    /** What ONTAP presents to the initiator. */
    readonly outbound?: { readonly user?: string };
  };
  /** Addresses from which the initiator may log in; absent for any. */
  readonly initiatorAddress?: {
    readonly ranges?: ReadonlyArray<{
      readonly start?: string;
      /** Included in the range. */
      readonly end?: string;
      /** `ipv4` or `ipv6`. */
      readonly family?: string;
    }>;
    readonly masks?: ReadonlyArray<{
      readonly address?: string;
      /** Always as a prefix length, such as `24`. */
      readonly netmask?: string;
      /** `ipv4` or `ipv6`. */
      readonly family?: string;
    }>;
  };
}

type Identifier = "svm.name" | "svm.uuid" | "initiator";

/** Fields to ask of a credential: `"*"`, or dotted names such as `"chap.inbound.user"`. */
export type IscsiCredentialFields = FieldsOf<IscsiCredentialRecord>;

/** A credential cut to the fields that were asked for, and its identifiers. */
export type IscsiCredentialResult<F extends IscsiCredentialFields = "*"> = Selected<
  IscsiCredentialRecord,
  Identifier,
  keyof IscsiCredentialRecord,
  F
>;

const fields = {
  svm: { name: text, uuid: text },
  initiator: text,
  authenticationType: oneOf("chap", "none", "deny"),
  chap: { inbound: { user: text }, outbound: { user: text } },
  initiatorAddress: {
    ranges: [{ start: text, end: text, family: oneOf("ipv4", "ipv6") }],
    masks: [{ address: text, netmask: text, family: oneOf("ipv4", "ipv6") }],
  },
} as const satisfies TreeOf<IscsiCredentialRecord>;

/** What the data functions know of credentials. */
export const credentialKind: RecordKind = {
  noun: "iSCSI credential",
  tree: fields,
  identifiers: ["svm.name", "svm.uuid", "initiator"] satisfies Identifier[],
  expensive: [],
  keys: ["initiator"],
};
