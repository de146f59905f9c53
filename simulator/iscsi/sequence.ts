import type { Pdu } from "./pdu";
import { ProtocolError } from "./protocol-error";

/** How many commands an initiator may send ahead. */
const WINDOW = 32;

/** The numbers of commands and of their status on one connection. Source: RFC 7143, 4.2.2. */
export class Sequence {
  #status = 1;
  #expected = 0;

  /** Begins with the number of the first login request, which does not use it up. */
  begin(commandNumber: number): void {
    this.#expected = commandNumber;
  }

  /**
   * Counts a command; an immediate one does not count.
   *
   * @throws ProtocolError for a number out of order, which a single TCP connection cannot bring about by itself.
   */
  take({ immediate, header }: Pdu): void {
    if (immediate) {
      return;
    }
    const number = header.readUInt32BE(24);
    if (number !== this.#expected) {
      throw new ProtocolError(`command ${number} came where ${this.#expected} was expected`);
    }
    this.#expected = (this.#expected + 1) >>> 0;
  }

  /** Writes the numbers of a response into its header; one that carries no status does not count. */
  stamp(header: Buffer, carriesStatus = true): void {
    header.writeUInt32BE(this.#status, 24);
    header.writeUInt32BE(this.#expected, 28);
    header.writeUInt32BE((this.#expected + WINDOW - 1) >>> 0, 32);
    if (carriesStatus) {
      this.#status = (this.#status + 1) >>> 0;
    }
  }
}
