import type { WireAddressMask, WireChapPair, WireIscsiCredential, WireIscsiCredentialUpdate } from "../rest";
import { defaultPrefixLength } from "../schema/address";
import { type InitiatorAddress, sameAddresses } from "../schema/initiator-address";
import type { AuthenticationType, ChapPair, IscsiCredentialsInputs } from "../schema/iscsi-credentials";
import { asObject, type PropertyMap, textAt } from "../schema/property-map";

/** The authentication type of a string in any case. ONTAP knows three; whatever else it may say is taken as `none`. */
export function typeOf(text: string | null | undefined): AuthenticationType {
  const type = text?.toLowerCase();
  return type === "chap" || type === "deny" ? type : "none";
}

/** The CHAP users in a bag. */
export function chapOf(properties: PropertyMap): IscsiCredentialsInputs["chap"] {
  const [inbound, outbound] = [pairOf(properties, "inbound"), pairOf(properties, "outbound")];
  return inbound === undefined ? undefined : { inbound, ...(outbound === undefined ? {} : { outbound }) };
}

function pairOf(properties: PropertyMap, direction: "inbound" | "outbound"): ChapPair | undefined {
  const [user, password] = ["user", "password"].map((key) => textAt(properties, "chap", direction, key));
  return user === undefined ? undefined : { user, ...(password === undefined ? {} : { password }) };
}

/** The address list in a bag; undefined where it names no address. */
export function addressListOf(properties: PropertyMap): InitiatorAddress | undefined {
  const list = asObject(properties.initiatorAddress);
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

function itemsOf(value: unknown): ReadonlyArray<PropertyMap | undefined> {
  return Array.isArray(value) ? value.map(asObject) : [];
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
