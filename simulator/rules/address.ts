import ipaddr from "ipaddr.js";

/** An address of either family. */
export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Reads an address; short IPv4 forms (`10.1`) and IPv6 zones are not accepted by ONTAP. Undefined if it is not an address. */
export function parseAddress(text: string): Address | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
    return ipaddr.IPv4.parse(text);
  }
  if (text.includes(":") && !text.includes("%") && ipaddr.IPv6.isValid(text)) {
    return ipaddr.IPv6.parse(text);
  }
  return undefined;
}

/** Below zero if `a` comes before `b`, zero if they are the same. Both of one family. */
export function compareAddresses(a: Address, b: Address): number {
  const left = a.toByteArray();
  const right = b.toByteArray();
  for (const [index, byte] of left.entries()) {
    const difference = byte - (right[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

/** The address one step further; the last of its family stays. */
export function nextAddress(address: Address): Address {
  const bytes = address.toByteArray();
  for (let index = bytes.length - 1; index >= 0; index -= 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 255) {
      bytes[index] = byte + 1;
      return ipaddr.fromByteArray(bytes);
    }
    bytes[index] = 0;
  }
  return address;
}

/** True if `address` lies in the network of `network` with that prefix length; false across families. */
export function inNetwork(address: Address, network: Address, prefixLength: number): boolean {
  if (address instanceof ipaddr.IPv4) {
    return network instanceof ipaddr.IPv4 && address.match(network, prefixLength);
  }
  return network instanceof ipaddr.IPv6 && address.match(network, prefixLength);
}

/** The network's first address: every host bit zero. */
export function networkAddress(address: Address, prefixLength: number): Address {
  const cidr = `${address.toString()}/${prefixLength}`;
  return address instanceof ipaddr.IPv4
    ? ipaddr.IPv4.networkAddressFromCIDR(cidr)
    : ipaddr.IPv6.networkAddressFromCIDR(cidr);
}

/** The prefix length of a dotted IPv4 mask; undefined if its bits are not contiguous. */
export function dottedMaskLength(text: string): number | undefined {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text)) {
    return undefined;
  }
  return ipaddr.IPv4.parse(text).prefixLengthFromSubnetMask() ?? undefined;
}
