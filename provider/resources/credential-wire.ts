import type { WireAddressMask, WireChapPair, WireIscsiCredential, WireIscsiCredentialUpdate } from "../rest";
import { defaultPrefixLength } from "../schema/address";
import { type InitiatorAddress, sameAddresses } from "../schema/initiator-address";
import type { IscsiCredentialsInputs } from "./iscsi-credentials";

/** The authentication type of a string in any case. ONTAP knows three; whatever else it may say is taken as `none`. */
export function typeOf(text: string | null | undefined): IscsiCredentialsInputs["authenticationType"] {
  const type = text?.toLowerCase();
  return type === "chap" || type === "deny" ? type : "none";
}

/** Both pairs as PATCH and POST take them; an empty outbound user clears a stored outbound pair. */
export function chapToWire(
  { inbound, outbound }: NonNullable<IscsiCredentialsInputs["chap"]>,
  clearsOutbound = false,
): { inbound: WireChapPair; outbound?: WireChapPair } {
  if (outbound === undefined) {
    return { inbound, ...(clearsOutbound ? { outbound: { user: "" } } : {}) };
  }
  return { inbound, outbound };
}

/** Both arrays, always: what a request leaves out ONTAP may keep. No list at all clears the stored one. */
export function addressListToWire(
  list: InitiatorAddress | undefined,
): NonNullable<WireIscsiCredentialUpdate["initiator_address"]> {
  return { ranges: list?.ranges ?? [], masks: (list?.masks ?? []).map(withLength) };
}

/** The list that ONTAP shows, in the recorded notation where that admits the same addresses. */
export function observedAddressList(
  wire: WireIscsiCredential,
  recorded: InitiatorAddress | undefined,
): InitiatorAddress | undefined {
  const actual = listOf(wire);
  return sameAddresses(actual, recorded) ? recorded : actual;
}

/** The stored address list; undefined where every address is admitted. */
export function listOf({ initiator_address: list }: WireIscsiCredential): InitiatorAddress | undefined {
  const ranges = (list?.ranges ?? []).map(({ start, end }) => ({ start, end }));
  return listFrom(ranges, (list?.masks ?? []).map(withLength));
}

/** The network with the prefix length that it has, be it the default one. */
function withLength({ address, netmask }: WireAddressMask): { readonly address: string; readonly netmask?: string } {
  const length = netmask ?? defaultPrefixLength(address);
  return { address, ...(length === undefined ? {} : { netmask: length }) };
}

function listFrom(
  ranges: NonNullable<InitiatorAddress["ranges"]>,
  masks: NonNullable<InitiatorAddress["masks"]>,
): InitiatorAddress | undefined {
  return ranges.length === 0 && masks.length === 0
    ? undefined
    : { ...(ranges.length === 0 ? {} : { ranges }), ...(masks.length === 0 ? {} : { masks }) };
}
