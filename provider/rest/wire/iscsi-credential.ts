import { checkOf, list, object, svm, text } from "./check";
import type { WireSvm } from "./iscsi-service";

/** A CHAP user as ONTAP answers it; passwords are never answered. */
export interface WireChapUser {
  readonly user?: string | null;
}

/** An iSCSI credential as ONTAP answers it. Source: "iscsi_credentials" in the iSCSI credentials document. */
export interface WireIscsiCredential {
  readonly svm: WireSvm;
  readonly initiator: string;
  readonly authentication_type?: string | null;
  readonly chap?: { readonly inbound?: WireChapUser | null; readonly outbound?: WireChapUser | null } | null;
  readonly initiator_address?: {
    readonly ranges?: readonly WireAddressRange[] | null;
    readonly masks?: readonly WireAddressMask[] | null;
  } | null;
}

/** From one address to another of the same family, both included. */
export interface WireAddressRange {
  readonly start: string;
  readonly end: string;
}

/** A network; ONTAP always answers the netmask as a prefix length. */
export interface WireAddressMask {
  readonly address: string;
  readonly netmask?: string | null;
}

/** A CHAP user with the password, as POST and PATCH take them; an empty outbound user clears the outbound pair. */
export interface WireChapPair {
  readonly user: string;
  readonly password?: string;
}

/** What PATCH takes. A CHAP change must carry the type and the whole inbound pair; a list replaces the stored one. */
export interface WireIscsiCredentialUpdate {
  readonly authentication_type?: string;
  readonly chap?: { readonly inbound: WireChapPair; readonly outbound?: WireChapPair };
  readonly initiator_address?: {
    readonly ranges: readonly WireAddressRange[];
    readonly masks: readonly WireAddressMask[];
  };
}

/** What POST takes. */
export interface WireIscsiCredentialCreate extends WireIscsiCredentialUpdate {
  readonly svm: { readonly uuid?: string; readonly name?: string };
  readonly initiator: string;
  readonly authentication_type: string;
}

const user = object({ user: text });

export const isWireIscsiCredential = checkOf<WireIscsiCredential>(
  object(
    {
      svm,
      initiator: { type: "string" },
      authentication_type: text,
      chap: object({ inbound: user, outbound: user }),
      initiator_address: object({
        ranges: list(object({ start: { type: "string" }, end: { type: "string" } }, ["start", "end"])),
        masks: list(object({ address: { type: "string" }, netmask: text }, ["address"])),
      }),
    },
    ["svm", "initiator"],
  ),
);
