import { fromInitiator, type Pdu } from "./pdu";
import { ProtocolError } from "./protocol-error";

/** Stages of a login, by their numbers on the wire. */
export const stage = { security: 0, operational: 1, fullFeature: 3 } as const;

/** A Login Request. Source: RFC 7143, 11.12. */
export interface LoginRequest {
  /** The initiator is ready for the next stage. */
  readonly transit: boolean;
  /** The text goes on in the next request. */
  readonly continued: boolean;
  readonly current: 0 | 1;
  /** The stage that the initiator wants; only with `transit`. */
  readonly next: 1 | 3 | undefined;
  readonly minVersion: number;
  readonly isid: Buffer;
  readonly tsih: number;
  readonly taskTag: number;
  readonly cid: number;
  readonly commandNumber: number;
  readonly text: Buffer;
}

/**
 * Reads a Login Request.
 *
 * @throws ProtocolError for another PDU, or for flags that contradict each other.
 */
export function readLoginRequest({ opcode, immediate, header, data }: Pdu): LoginRequest {
  if (opcode !== fromInitiator.login || !immediate) {
    throw new ProtocolError("a login request was expected");
  }
  const flags = header.readUInt8(1);
  const transit = (flags & 0x80) !== 0;
  const continued = (flags & 0x40) !== 0;
  const current = (flags >> 2) & 3;
  const next = flags & 3;
  if (current !== stage.security && current !== stage.operational) {
    throw new ProtocolError(`there is no login stage ${current}`);
  }
  if (transit && (continued || next <= current || next === 2)) {
    throw new ProtocolError("the login wants a stage that cannot follow");
  }
  return {
    transit,
    continued,
    current,
    next: !transit ? undefined : next === stage.operational ? next : stage.fullFeature,
    minVersion: header.readUInt8(3),
    isid: header.subarray(8, 14),
    tsih: header.readUInt16BE(14),
    taskTag: header.readUInt32BE(16),
    cid: header.readUInt16BE(20),
    commandNumber: header.readUInt32BE(24),
    text: data,
  };
}
