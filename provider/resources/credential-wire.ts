import type { WireAddressMask, WireChapPair, WireIscsiCredential, WireIscsiCredentialUpdate } from "../rest";
import { defaultPrefixLength } from "../schema/address";
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

/** The address list in a bag; undefined where it names no address. */
export function addressListOf(bag: Bag): InitiatorAddress | undefined {
  const list = bagOf(bag.initiatorAddress);
  const ranges = itemsOf(list?.ranges).map((range) => ({
    start: textAt(range, "start") ?? "",
    end: textAt(range, "end") ?? "",
  }));
  const masks = itemsOf(list?.masks).map((mask) => {
    const netmask = textAt(mask, "netmask");
    return { address: textAt(mask, "address") ?? "", ...(netmask === undefined ? {} : { netmask }) };
  });
  return listFrom(ranges, masks);
}

function itemsOf(value: unknown): ReadonlyArray<Bag | undefined> {
  return Array.isArray(value) ? value.map(bagOf) : [];
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
