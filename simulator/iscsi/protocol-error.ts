/** A peer that breaks the protocol so that its connection has to end. The message says how; it never repeats a value. */
export class ProtocolError extends Error {
  override readonly name = "ProtocolError";
}
