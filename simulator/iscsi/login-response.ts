import type { LoginRequest } from "./login-request";
import type { RefusalStatus } from "./login-status";
import { encodePdu, fromTarget, newHeader } from "./pdu";
import type { Sequence } from "./sequence";
import { type Pairs, writeKeys } from "./text-keys";

/** What a Login Response says, besides what it repeats of the request. */
export interface LoginAnswer {
  /** `0000` goes on, or is done. */
  readonly status: RefusalStatus | "0000";
  readonly pairs: Pairs;
  /** True where the login enters the stage that the initiator wants. */
  readonly transit: boolean;
  /** The handle of the new session, with the response that begins the full feature phase; else the request's. */
  readonly tsih?: number;
}

/** The bytes of a Login Response. Source: RFC 7143, 11.13. */
export function loginResponse(request: LoginRequest, sequence: Sequence, answer: LoginAnswer): Buffer {
  const { status, pairs, transit, tsih = request.tsih } = answer;
  const flags = (request.current << 2) | (transit ? 0x80 | (request.next ?? 0) : 0);
  const header = newHeader(fromTarget.login, flags);
  request.isid.copy(header, 8);
  header.writeUInt16BE(tsih, 14);
  header.writeUInt32BE(request.taskTag, 16);
  sequence.stamp(header);
  header.writeUInt16BE(Number.parseInt(status, 16), 36);
  return encodePdu(header, writeKeys(pairs));
}
