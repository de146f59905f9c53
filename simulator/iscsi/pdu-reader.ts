import { HEADER_BYTES, type Pdu, padding } from "./pdu";
import { ProtocolError } from "./protocol-error";

/** Longest data segment that is taken, which an initiator must assume where none is declared. Source: RFC 7143, 13.12. */
export const MAX_DATA_BYTES = 8192;

/** Cuts a stream of bytes into PDUs. Holds one PDU at most, beyond what it was just given. */
export class PduReader {
  #bytes: Buffer = Buffer.alloc(0);

  /** True while a part of a PDU waits for the rest of it. */
  get isPartial(): boolean {
    return this.#bytes.length > 0;
  }

  /** Takes bytes; every PDU that is complete with them has to be taken out by `next` before more are given. */
  push(bytes: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? bytes : Buffer.concat([this.#bytes, bytes]);
  }

  /**
   * The next PDU; undefined where it is not complete yet.
   *
   * @throws ProtocolError as soon as a header announces more data than is taken.
   */
  next(): Pdu | undefined {
    const bytes = this.#bytes;
    if (bytes.length < HEADER_BYTES) {
      return undefined;
    }
    const length = bytes.readUIntBE(5, 3);
    if (length > MAX_DATA_BYTES) {
      throw new ProtocolError(`a data segment of ${length} bytes was announced; at most ${MAX_DATA_BYTES} are taken`);
    }
    const start = HEADER_BYTES + 4 * bytes.readUInt8(4);
    const end = start + length + padding(length);
    if (bytes.length < end) {
      return undefined;
    }
    this.#bytes = bytes.subarray(end);
    const first = bytes.readUInt8(0);
    return {
      opcode: first & 0x3f,
      immediate: (first & 0x40) !== 0,
      header: bytes.subarray(0, HEADER_BYTES),
      data: bytes.subarray(start, start + length),
    };
  }
}
