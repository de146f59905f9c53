import ipaddr from "ipaddr.js";

/** From the first to the last address, as numbers, with the family: IPv4 and IPv6 addresses never overlap. */
export interface Interval {
  readonly family: "ipv4" | "ipv6";
  readonly first: bigint;
  readonly last: bigint;
}

/** An address in its canonical text, or undefined where the text is no IPv4 (dotted, four parts) or IPv6 address. */
export function canonicalAddress(text: string): string | undefined {
  return parse(text)?.toString();
}

/** `ipv4` or `ipv6`, or undefined for what is no address. */
export function familyOf(text: string): "ipv4" | "ipv6" | undefined {
  return parse(text)?.kind();
}

/** A netmask as a prefix length: from a length, or from a dotted IPv4 mask. Undefined where it is neither. */
export function prefixLength(netmask: string): string | undefined {
  if (/^\d{1,3}$/.test(netmask)) {
    return String(Number(netmask));
  }
  if (!ipaddr.IPv4.isValidFourPartDecimal(netmask)) {
    return undefined;
  }
  const length = ipaddr.IPv4.parse(netmask).prefixLengthFromSubnetMask();
  return length === null ? undefined : String(length);
}

/** Prefix length of an IPv6 network that gives none. Source: `netmask` in the iSCSI credentials document. */
const IPV6_DEFAULT_LENGTH = 64;

/** The prefix length of a network that gives none; undefined where the documents name no default. */
export function defaultPrefixLength(address: string): string | undefined {
  return familyOf(address) === "ipv6" ? String(IPV6_DEFAULT_LENGTH) : undefined;
}

/** The addresses from `start` to `end`; undefined where either is no address or their families differ. */
export function rangeInterval(start: string, end: string): Interval | undefined {
  const [first, last] = [parse(start), parse(end)];
  if (first === undefined || last === undefined || first.kind() !== last.kind()) {
    return undefined;
  }
  return { family: first.kind(), first: numberOf(first), last: numberOf(last) };
}

/** The addresses of a network; host bits in `address` do not matter. Undefined where either part is not valid. */
export function maskInterval(address: string, length = defaultPrefixLength(address) ?? ""): Interval | undefined {
  const parsed = parse(address);
  const bits = parsed?.kind() === "ipv6" ? 128 : 32;
  const prefix = Number(prefixLength(length));
  if (parsed === undefined || !(prefix <= bits)) {
    return undefined;
  }
  const hosts = (1n << BigInt(bits - prefix)) - 1n;
  const first = numberOf(parsed) & ~hosts;
  return { family: parsed.kind(), first, last: first + hosts };
}

/** The same addresses as few intervals, in order: what two lists of addresses can be compared by. */
export function merged(intervals: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = [];
  for (const next of [...intervals].sort(byFamilyAndFirst)) {
    const before = result.at(-1);
    if (before !== undefined && before.family === next.family && next.first <= before.last + 1n) {
      result[result.length - 1] = { ...before, last: later(next.last, before.last) };
    } else {
      result.push(next);
    }
  }
  return result;
}

/** True where every address of `inner` is one of `outer`'s. */
export function covers(outer: readonly Interval[], inner: readonly Interval[]): boolean {
  const wide = merged(outer);
  return merged(inner).every((part) =>
    wide.some(({ family, first, last }) => family === part.family && first <= part.first && part.last <= last),
  );
}

function later(a: bigint, b: bigint): bigint {
  if (a > b) {
    return a;
  }
  return b;
}

function byFamilyAndFirst(a: Interval, b: Interval): number {
  if (a.family !== b.family) {
    return a.family < b.family ? -1 : 1;
  }
  return a.first < b.first ? -1 : a.first > b.first ? 1 : 0;
}

function numberOf(address: ipaddr.IPv4 | ipaddr.IPv6): bigint {
  return BigInt(`0x${Buffer.from(address.toByteArray()).toString("hex")}`);
}

function parse(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
    return ipaddr.IPv4.parse(text);
  }
  return ipaddr.IPv6.isValid(text) && !text.includes("%") ? ipaddr.IPv6.parse(text) : undefined;
}
