import type { AddressMask, AddressRange } from "../collections/credentials/table";
import { ApiError } from "../wire/api-error";
import { parseAddress } from "./address";
import type { AddressList } from "./address-list";

/** The stored list with what is new in `more`; an entry that is there already is not doubled. */
export function addToList(stored: AddressList, more: AddressList): AddressList {
  return {
    ranges: [...stored.ranges, ...more.ranges.filter((range) => !stored.ranges.some((old) => sameRange(old, range)))],
    masks: [...stored.masks, ...more.masks.filter((mask) => !stored.masks.some((old) => sameMask(old, mask)))],
  };
}

/**
 * The stored list without the entries of `less`.
 *
 * @param absent what to do with an entry that the stored list lacks.
 * @throws ApiError 4 for such an entry, if told to refuse.
 */
export function removeFromList(stored: AddressList, less: AddressList, absent: "ignore" | "refuse"): AddressList {
  const ranges = stored.ranges.filter((old) => !less.ranges.some((range) => sameRange(old, range)));
  const masks = stored.masks.filter((old) => !less.masks.some((mask) => sameMask(old, mask)));
  const missing =
    less.ranges.some((range) => !stored.ranges.some((old) => sameRange(old, range))) ||
    less.masks.some((mask) => !stored.masks.some((old) => sameMask(old, mask)));
  if (missing && absent === "refuse") {
    throw new ApiError(404, "4", "entry doesn't exist", "initiator_address");
  }
  return { ranges, masks };
}

function sameRange(a: AddressRange, b: AddressRange): boolean {
  return canonical(a.start) === canonical(b.start) && canonical(a.end) === canonical(b.end);
}

function sameMask(a: AddressMask, b: AddressMask): boolean {
  return canonical(a.address) === canonical(b.address) && a.netmask === b.netmask;
}

function canonical(text: string): string {
  return parseAddress(text)?.toString() ?? text;
}
