/** A binary value of a negotiation: hexadecimal after `0x`, or Base64 after `0b`. Undefined for anything else. */
export function readBinary(text: string): Buffer | undefined {
  if (/^0x([0-9a-f]{2})+$/i.test(text)) {
    return Buffer.from(text.slice(2), "hex");
  }
  if (/^0b[0-9a-z+/]+={0,2}$/i.test(text)) {
    return Buffer.from(text.slice(2), "base64");
  }
  return undefined;
}

/** The value in hexadecimal notation. */
export function writeBinary(value: Buffer): string {
  return `0x${value.toString("hex")}`;
}
