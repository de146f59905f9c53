import type { AddressMask, AddressRange } from "../collections/credentials/table";
import { ApiError } from "../wire/api-error";
import { invalidValue, missingValue } from "../wire/body-fields";
import { type Address, compareAddresses, dottedMaskLength, inNetwork, parseAddress } from "./address";

/** Where an initiator may log in from; both parts empty means anywhere. */
export interface AddressList {
  readonly ranges: readonly AddressRange[];
  readonly masks: readonly AddressMask[];
}

interface RangeInput {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

interface MaskInput {
  readonly address?: string | undefined;
  readonly netmask?: string | undefined;
}

const LIST = "initiator_address";

/** Prefix lengths. The documents limit those of IPv6 (1 to 127) and no others, so IPv4 has all that there are. */
const lengths = { ipv4: { least: 0, most: 32 }, ipv6: { least: 1, most: 127 } } as const;

/**
 * Checks a list and converts netmasks to prefix lengths.
 *
 * @param ipv4Netmask for a mask without one; IPv6 masks get 64.
 * @throws ApiError 262212, 262197, 5374855 (start above end), 5374856 (two families).
 */
export function readAddressList(
  ranges: readonly RangeInput[],
  masks: readonly MaskInput[],
  ipv4Netmask = "32",
): AddressList {
  return { ranges: ranges.map(readRange), masks: masks.map((mask) => readMask(mask, ipv4Netmask)) };
}

/** True if the list admits that address. */
export function admits(list: AddressList, address: string): boolean {
  if (list.ranges.length === 0 && list.masks.length === 0) {
    return true;
  }
  const candidate = parseAddress(address);
  if (candidate === undefined) {
    return false;
  }
  return list.ranges.some((range) => inRange(candidate, range)) || list.masks.some((mask) => inMask(candidate, mask));
}

function inRange(candidate: Address, range: AddressRange): boolean {
  const start = parseAddress(range.start);
  const end = parseAddress(range.end);
  if (start === undefined || end === undefined || start.kind() !== candidate.kind()) {
    return false;
  }
  return compareAddresses(start, candidate) <= 0 && compareAddresses(candidate, end) <= 0;
}

function inMask(candidate: Address, mask: AddressMask): boolean {
  const network = parseAddress(mask.address);
  return network !== undefined && inNetwork(candidate, network, Number(mask.netmask));
}

function readRange(range: RangeInput): AddressRange {
  const start = readAddress(range.start, `${LIST}.ranges.start`);
  const end = readAddress(range.end, `${LIST}.ranges.end`);
  if (start.address.kind() !== end.address.kind()) {
    throw new ApiError(
      400,
      "5374856",
      `The value for property "${LIST}.ranges.start" (${start.text}) does not belong to the same IP address family as the value for property "${LIST}.ranges.end" (${end.text}).`,
      `${LIST}.ranges.start`,
    );
  }
  if (compareAddresses(start.address, end.address) > 0) {
    throw new ApiError(
      400,
      "5374855",
      `The value for property "${LIST}.ranges.start" (${start.text}) is greater than the value for property "${LIST}.ranges.end" (${end.text}).`,
      `${LIST}.ranges.start`,
    );
  }
  return { start: start.text, end: end.text };
}

function readMask(mask: MaskInput, ipv4Netmask: string): AddressMask {
  const { text, address } = readAddress(mask.address, `${LIST}.masks.address`);
  const ipv4 = address.kind() === "ipv4";
  const netmask = mask.netmask ?? (ipv4 ? ipv4Netmask : "64");
  const length = /^\d{1,3}$/.test(netmask) ? Number(netmask) : ipv4 ? dottedMaskLength(netmask) : undefined;
  const { least, most } = lengths[address.kind()];
  if (length === undefined || length < least || length > most) {
    const allowed = `a length of ${least} to ${most}${ipv4 ? " or an IPv4 mask" : ""}`;
    throw invalidValue(`${LIST}.masks.netmask`, netmask, allowed);
  }
  return { address: text, netmask: String(length) };
}

function readAddress(text: string | undefined, field: string): { readonly text: string; readonly address: Address } {
  if (text === undefined || text === "") {
    throw missingValue(field);
  }
  const address = parseAddress(text);
  if (address === undefined) {
    throw invalidValue(field, text, "an IPv4 or IPv6 address");
  }
  return { text, address };
}
