import type { WireChapPair, WireIscsiCredential, WireIscsiCredentialUpdate } from "../rest";
import { type Bag, bagOf, textAt } from "../schema/bag";
import { type InitiatorAddress, sameAddresses } from "../schema/initiator-address";
import type { AuthenticationType, ChapPair, IscsiCredentialsInputs } from "../schema/iscsi-credentials";

/** The authentication type of a text in any case. ONTAP knows three; whatever else it may say is taken as `none`. */
export function typeOf(text: string | null | undefined): AuthenticationType {
  const type = text?.toLowerCase();
  return type === "chap" || type === "deny" ? type : "none";
}

/** The CHAP users in a bag. */
export function chapOf(bag: Bag): IscsiCredentialsInputs["chap"] {
  const [inbound, outbound] = [pairOf(bag, "inbound"), pairOf(bag, "outbound")];
  return inbound === undefined ? undefined : { inbound, ...(outbound === undefined ? {} : { outbound }) };
}

function pairOf(bag: Bag, direction: "inbound" | "outbound"): ChapPair | undefined {
  const [user, password] = ["user", "password"].map((key) => textAt(bag, "chap", direction, key));
  return user === undefined ? undefined : { user, ...(password === undefined ? {} : { password }) };
}

/** The address list in a bag. */
export function addressListOf(bag: Bag): InitiatorAddress | undefined {
  const list = bagOf(bag.initiatorAddress);
  if (list === undefined) {
    return undefined;
  }
  const ranges = pairs(list.ranges, "start", "end").map(([start, end]) => ({ start, end }));
  const masks = pairs(list.masks, "address", "netmask").map(([address, netmask]) => ({ address, netmask }));
  return { ...(ranges.length === 0 ? {} : { ranges }), ...(masks.length === 0 ? {} : { masks }) };
}

function pairs(value: unknown, first: string, second: string): ReadonlyArray<readonly [string, string]> {
  return Array.isArray(value)
    ? value.map((item) => [textAt(bagOf(item), first) ?? "", textAt(bagOf(item), second) ?? ""] as const)
    : [];
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
  return { ranges: list?.ranges ?? [], masks: list?.masks ?? [] };
}

/** The list that ONTAP shows, in the recorded spelling where that admits the same addresses. */
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
  const masks = (list?.masks ?? []).map(({ address, netmask }) => ({ address, netmask: netmask ?? "" }));
  return ranges.length === 0 && masks.length === 0
    ? undefined
    : { ...(ranges.length === 0 ? {} : { ranges }), ...(masks.length === 0 ? {} : { masks }) };
}
