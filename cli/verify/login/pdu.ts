import { decodeKeys, encodeKeys, type TextKeys } from "./text-keys";

/**
 * How a request goes on: it stays in the security negotiation, or offers to leave it for the operational one. There is
 * deliberately no other value: the full feature phase, with which a session begins, cannot be asked for.
 */
export type Turn = "stay" | "leave";

/** The transit bit, current stage 0 and the next stage: 1 is the operational negotiation. */
const FLAGS: Readonly<Record<Turn, number>> = { stay: 0b0000_0000, leave: 0b1000_0001 };

/** A Login Request of a login that has no session yet. */
export interface LoginRequest {
  readonly turn: Turn;
  /** Six bytes. */
  readonly isid: Uint8Array;
  /** Number of the next response that is expected. */
  readonly expStatSn: number;
  readonly keys: Iterable<readonly [key: string, value: string]>;
}

/** A Login Response, as far as a login looks at it. */
export interface LoginResponse {
  /** Whether the target goes on to {@link nextStage}. */
  readonly transit: boolean;
  /** Whether its keys go on in another response. */
  readonly continues: boolean;
  readonly currentStage: number;
  readonly nextStage: number;
  readonly statSn: number;
  readonly statusClass: number;
  readonly statusDetail: number;
  readonly keys: TextKeys;
}

/** What the bytes that came so far are: a response, the beginning of one, a PDU that rejects, or something else. */
export type Received = { readonly response: LoginResponse; readonly length: number } | "part" | "reject" | "foreign";

const HEADER_BYTES = 48;
/** More than any key of the security negotiation needs: a challenge has at most 1024 bytes. */
const MOST_DATA_BYTES = 65_536;
const LOGIN_REQUEST = 0x43;
const LOGIN_RESPONSE = 0x23;
const REJECT = 0x3f;
/** The one task of a connection. */
const TASK_TAG = 1;
const COMMAND_NUMBER = 1;

/** The bytes of a Login Request. Source: RFC 7143, section 11.12. */
export function encodeLoginRequest({ turn, isid, expStatSn, keys }: LoginRequest): Buffer {
  const data = encodeKeys(keys);
  const pdu = Buffer.alloc(HEADER_BYTES + padded(data.length));
  pdu.writeUInt8(LOGIN_REQUEST, 0);
  pdu.writeUInt8(FLAGS[turn], 1);
  pdu.writeUIntBE(data.length, 5, 3);
  pdu.set(isid.subarray(0, 6), 8);
  pdu.writeUInt32BE(TASK_TAG, 16);
  pdu.writeUInt32BE(COMMAND_NUMBER, 24);
  pdu.writeUInt32BE(expStatSn, 28);
  data.copy(pdu, HEADER_BYTES);
  return pdu;
}

/** Reads the Login Response that received bytes begin with. Source: RFC 7143, section 11.13. */
export function decodeLoginResponse(bytes: Buffer): Received {
  if (bytes.length === 0) {
    return "part";
  }
  const opcode = bytes.readUInt8(0);
  if (opcode !== LOGIN_RESPONSE) {
    return opcode === REJECT ? "reject" : "foreign";
  }
  if (bytes.length < HEADER_BYTES) {
    return "part";
  }
  const dataLength = bytes.readUIntBE(5, 3);
  if (dataLength > MOST_DATA_BYTES || bytes.readUInt32BE(16) !== TASK_TAG) {
    return "foreign";
  }
  const start = HEADER_BYTES + bytes.readUInt8(4) * 4;
  const length = start + padded(dataLength);
  if (bytes.length < length) {
    return "part";
  }
  const keys = decodeKeys(bytes.subarray(start, start + dataLength));
  return keys === undefined ? "foreign" : { response: responseOf(bytes, keys), length };
}

function responseOf(header: Buffer, keys: TextKeys): LoginResponse {
  const flags = header.readUInt8(1);
  return {
    transit: (flags & 0b1000_0000) !== 0,
    continues: (flags & 0b0100_0000) !== 0,
    currentStage: (flags >> 2) & 0b11,
    nextStage: flags & 0b11,
    statSn: header.readUInt32BE(24),
    statusClass: header.readUInt8(36),
    statusDetail: header.readUInt8(37),
    keys,
  };
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
