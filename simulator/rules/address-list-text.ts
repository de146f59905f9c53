import type { Ambiguities } from "../state/ambiguities";
import type { AddressMask, AddressRange } from "../state/model";
import { compareAddresses, networkAddress, nextAddress, parseAddress } from "./address";
import type { AddressList } from "./address-list";

type Family = "ipv4" | "ipv6";

/** A list as a GET shows it. */
export interface PresentedList {
  readonly ranges: readonly (AddressRange & { readonly family: Family })[];
  readonly masks: readonly (AddressMask & { readonly family: Family })[];
}

/** Brings a stored list to the text in which ONTAP shows it; how much it rewrites is one of the open questions. */
export function presentAddressList(list: AddressList, unknowns: Ambiguities): PresentedList {
  const text = (address: string) =>
    unknowns.addressText === "canonical" ? (parseAddress(address)?.toString() ?? address) : address;
  const ranges = unknowns.rangeMerging ? mergeRanges(list.ranges) : list.ranges;
  return {
    ranges: ranges.map(({ start, end }) => ({ start: text(start), end: text(end), family: family(start) })),
    masks: list.masks.map(({ address, netmask }) => {
      const network = unknowns.maskHostBits === "zero" ? withoutHostBits(address, netmask) : address;
      return { address: text(network), netmask, family: family(address) };
    }),
  };
}

function family(address: string): Family {
  return address.includes(":") ? "ipv6" : "ipv4";
}

function withoutHostBits(address: string, netmask: string): string {
  const parsed = parseAddress(address);
  return parsed === undefined ? address : networkAddress(parsed, Number(netmask)).toString();
}

/** Sorts ranges and joins those that overlap or touch, IPv4 before IPv6. */
function mergeRanges(ranges: readonly AddressRange[]): AddressRange[] {
  const parsed = ranges.flatMap(({ start, end }) => {
    const [first, last] = [parseAddress(start), parseAddress(end)];
    return first && last ? [{ first, last }] : [];
  });
  parsed.sort((a, b) => a.first.kind().localeCompare(b.first.kind()) || compareAddresses(a.first, b.first));
  const merged: typeof parsed = [];
  for (const range of parsed) {
    const previous = merged.at(-1);
    const touches =
      previous !== undefined &&
      previous.first.kind() === range.first.kind() &&
      compareAddresses(range.first, nextAddress(previous.last)) <= 0;
    if (!touches) merged.push({ ...range });
    else if (compareAddresses(range.last, previous.last) > 0) previous.last = range.last;
  }
  return merged.map(({ first, last }) => ({ start: first.toString(), end: last.toString() }));
}
