import {
  canonicalAddress,
  covers,
  defaultPrefixLength,
  familyOf,
  type Interval,
  maskInterval,
  prefixLength,
  rangeInterval,
} from "./address";
import { type Failure, printable, refused } from "./failure";
import { asObject, deepEqual, type PropertyMap, textAt, valueAt } from "./property-map";
import { isUnknown } from "./unknown";

/** The addresses from which an initiator may connect; without any list, from everywhere. */
export interface InitiatorAddress {
  readonly ranges?: ReadonlyArray<{ readonly start: string; readonly end: string }>;
  /** An IPv6 network without a netmask is a /64. */
  readonly masks?: ReadonlyArray<{ readonly address: string; readonly netmask?: string }>;
}

/** The list's entries as people write them: `10.0.0.1-10.0.0.9`, `10.1.0.0/16`; none for every address. */
export function addressTexts({ ranges = [], masks = [] }: InitiatorAddress = {}): readonly string[] {
  return [
    ...ranges.map(({ start, end }) => (start === end ? start : `${start}-${end}`)),
    ...masks.map(({ address, netmask }) => `${address}/${netmask ?? defaultPrefixLength(address) ?? "?"}`),
  ];
}

/** What is wrong with the list and its addresses. */
export function initiatorAddressFailures(news: PropertyMap): readonly Failure[] {
  return [
    ...emptyListFailures(news.initiatorAddress),
    ...items(news, "ranges").flatMap((range, index) => rangeFailures(range, `initiatorAddress.ranges[${index}]`)),
    ...items(news, "masks").flatMap((mask, index) => maskFailures(mask, `initiatorAddress.masks[${index}]`)),
  ];
}

/** To ONTAP a list without entries is none, and none admits every address: a computed list must not end in that. */
function emptyListFailures(value: unknown): readonly Failure[] {
  const list = asObject(value);
  const reason = "initiatorAddress names no address, which would admit every address; to allow that, leave it out";
  return list !== undefined && Object.values(list).every(isNothing)
    ? [{ property: printable(["initiatorAddress"]), reason }]
    : [];
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function rangeFailures(range: PropertyMap, where: string): readonly Failure[] {
  const [start, end] = [textAt(range, "start"), textAt(range, "end")];
  const wrong = [...addressFailures(start, `${where}.start`), ...addressFailures(end, `${where}.end`)];
  if (wrong.length > 0 || start === undefined || end === undefined || isUnknown(start) || isUnknown(end)) {
    return wrong;
  }
  const interval = rangeInterval(start, end);
  if (interval === undefined) {
    return [refused(`${where}.end`, `start and end of ${where} must be of the same address family`, "5374856")];
  }
  return interval.first > interval.last
    ? [refused(`${where}.start`, `${where}: start must not exceed end`, "5374855")]
    : [];
}

function maskFailures(mask: PropertyMap, where: string): readonly Failure[] {
  const text = textAt(mask, "address");
  const wrong = addressFailures(text, `${where}.address`);
  if (wrong.length > 0 || text === undefined || isUnknown(text)) {
    return wrong;
  }
  if (mask.netmask === undefined && defaultPrefixLength(text) === undefined) {
    const reason = `${where}.netmask is required for an IPv4 address; only an IPv6 network has a default, 64`;
    return [{ property: `${where}.netmask`, reason }];
  }
  const netmask = netmaskText(mask.netmask);
  if (netmask === undefined || isUnknown(netmask)) {
    return [];
  }
  const length = prefixLength(netmask);
  const ipv6 = familyOf(text) === "ipv6";
  const valid =
    length !== undefined && (ipv6 ? !netmask.includes(".") && inside(length, 1, 127) : inside(length, 0, 32));
  return valid
    ? []
    : [
        {
          property: `${where}.netmask`,
          reason: ipv6
            ? `${where}.netmask must be a prefix length from 1 to 127 for an IPv6 address`
            : `${where}.netmask must be a prefix length from 0 to 32 or a dotted mask without gaps`,
        },
      ];
}

function addressFailures(text: string | undefined, property: string): readonly Failure[] {
  return text === undefined || isUnknown(text) || familyOf(text) !== undefined
    ? []
    : [{ property, reason: `${property} must be an IPv4 address of four decimal parts, or an IPv6 address` }];
}

/** The list with canonical addresses and prefix lengths, defaults filled in; unknown parts as they are. */
export function normalisedInitiatorAddress(value: unknown): unknown {
  const properties = asObject(value);
  if (properties === undefined) {
    return value;
  }
  return {
    ...mapped(properties, "ranges", (range) => ({ start: canonicalText(range.start), end: canonicalText(range.end) })),
    ...mapped(properties, "masks", ({ address: text, netmask }) => {
      const length = netmask ?? (typeof text === "string" ? defaultPrefixLength(text) : undefined);
      return {
        address: canonicalText(text),
        ...(length === undefined ? {} : { netmask: canonicalNetmask(length) }),
      };
    }),
  };
}

/** True where two lists admit the same addresses, however they are written. No list admits every address. */
export function sameAddresses(a: InitiatorAddress | undefined, b: InitiatorAddress | undefined): boolean {
  return admitsAll(a, b) && admitsAll(b, a);
}

/** True where `wide` admits every address that `narrow` admits. */
export function admitsAll(wide: InitiatorAddress | undefined, narrow: InitiatorAddress | undefined): boolean {
  if (deepEqual(wide, narrow)) {
    return true;
  }
  const [outer, inner] = [intervalsOf(wide), intervalsOf(narrow)];
  return outer === undefined || (inner !== undefined && covers(outer, inner));
}

/** True where the list admits this address; an address that cannot be read is not admitted by any list. */
export function admits(list: InitiatorAddress | undefined, text: string): boolean {
  const outer = intervalsOf(list);
  const one = rangeInterval(text, text);
  return outer === undefined || (one !== undefined && covers(outer, [one]));
}

function intervalsOf(list: InitiatorAddress | undefined): readonly Interval[] | undefined {
  const all = [
    ...(list?.ranges ?? []).map(({ start, end }) => rangeInterval(start, end)),
    ...(list?.masks ?? []).map(({ address: network, netmask }) => maskInterval(network, netmask)),
  ];
  return all.length === 0 ? undefined : all.flatMap((interval) => (interval === undefined ? [] : [interval]));
}

function items(news: PropertyMap, key: string): readonly PropertyMap[] {
  const list = valueAt(news, "initiatorAddress", key);
  return Array.isArray(list) ? list.map((item) => asObject(item) ?? {}) : [];
}

function mapped(properties: PropertyMap, key: string, map: (item: PropertyMap) => PropertyMap): PropertyMap {
  const list = properties[key];
  if (!Array.isArray(list)) {
    return list === undefined || list === null ? {} : { [key]: list };
  }
  return list.length === 0
    ? {}
    : { [key]: list.map((item: unknown) => (asObject(item) === undefined ? item : map(asObject(item) ?? {}))) };
}

function canonicalText(value: unknown): unknown {
  return typeof value === "string" ? (canonicalAddress(value) ?? value) : value;
}

function canonicalNetmask(value: unknown): unknown {
  const text = netmaskText(value);
  return text === undefined ? value : (prefixLength(text) ?? value);
}

function netmaskText(value: unknown): string | undefined {
  return Number.isInteger(value) ? String(value) : typeof value === "string" ? value : undefined;
}

function inside(length: string, low: number, high: number): boolean {
  return Number(length) >= low && Number(length) <= high;
}
