/** Length of the basic header segment, with which every PDU begins. Source: RFC 7143, 11.2.1. */
export const HEADER_BYTES = 48;

/** An Initiator Task Tag or Target Transfer Tag that means "none". */
export const NO_TAG = 0xffff_ffff;

/** Opcodes of what an initiator sends. */
export const fromInitiator = {
  nopOut: 0x00,
  scsiCommand: 0x01,
  taskManagement: 0x02,
  login: 0x03,
  text: 0x04,
  dataOut: 0x05,
  logout: 0x06,
  snack: 0x10,
} as const;

/** Opcodes of what a target sends. */
export const fromTarget = {
  nopIn: 0x20,
  scsiResponse: 0x21,
  login: 0x23,
  text: 0x24,
  dataIn: 0x25,
  logout: 0x26,
  reject: 0x3f,
} as const;

/** A PDU as it came; additional header segments are dropped. */
export interface Pdu {
  readonly opcode: number;
  /** Outside the order of commands. */
  readonly immediate: boolean;
  /** The first 48 bytes. */
  readonly header: Buffer;
  /** Without padding. */
  readonly data: Buffer;
}

/** A header of zeros with an opcode and its flags. */
export function newHeader(opcode: number, flags: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header[0] = opcode;
  header[1] = flags;
  return header;
}

/** The bytes of a PDU: the header with the length of its data, and the data, padded to words. */
export function encodePdu(header: Buffer, data: Buffer = Buffer.alloc(0)): Buffer {
  header.writeUIntBE(data.length, 5, 3);
  return Buffer.concat([header, data, Buffer.alloc(padding(data.length))]);
}

/** How many bytes follow a data segment of that length, up to the next word. */
export function padding(length: number): number {
  return -length & 3;
}
