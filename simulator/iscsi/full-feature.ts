import type { Store } from "../state/store";
import type { Endpoints } from "./endpoints";
import type { Admitted } from "./login";
import { encodePdu, fromInitiator, fromTarget, NO_TAG, newHeader, type Pdu } from "./pdu";
import { ProtocolError } from "./protocol-error";
import { answerScsi } from "./scsi-response";
import { answerText } from "./send-targets";
import type { Sequence } from "./sequence";

const FINAL = 0x80;
const CONTINUE = 0x40;
/** The tag of the one text response that is sent in parts. */
const TEXT_TAG = 1;
const COMMAND_NOT_SUPPORTED = 0x05;

/** What a logged-in initiator is answered in. */
export interface FullFeatureContext {
  readonly store: () => Store;
  readonly endpoints: Endpoints;
  readonly sequence: Sequence;
  readonly admitted: Admitted;
  /** Undefined in a discovery session. */
  readonly targetName: string | undefined;
}

/** What a PDU leads to. */
export interface FullFeatureStep {
  readonly response?: Buffer;
  /** The initiator has logged out: the connection ends after the response. */
  readonly isLogout?: boolean;
}

/** The full feature phase of one connection: enough for initiators to log in, look around and log out. */
export class FullFeaturePhase {
  /** What is left of a response to SendTargets that does not fit into one PDU. */
  #textLeft: Buffer = Buffer.alloc(0);

  constructor(private readonly context: FullFeatureContext) {}

  /**
   * Takes the next PDU.
   *
   * @throws ProtocolError for one out of order, or of a kind that no initiator sends.
   */
  receive(pdu: Pdu): FullFeatureStep {
    const { sequence, targetName } = this.context;
    if (pdu.opcode === fromInitiator.dataOut || pdu.opcode === fromInitiator.snack) {
      // Neither has a command number; nothing that was sent can be a reason for them.
      return { response: this.#reject(pdu) };
    }
    sequence.take(pdu);
    switch (pdu.opcode) {
      case fromInitiator.nopOut:
        return this.#nop(pdu);
      case fromInitiator.scsiCommand:
        return { response: targetName === undefined ? this.#reject(pdu) : answerScsi(pdu, targetName, sequence) };
      case fromInitiator.text:
        return { response: this.#text(pdu) };
      case fromInitiator.logout:
        return this.#logout(pdu);
      case fromInitiator.taskManagement:
        return { response: this.#reject(pdu) };
      default:
        throw new ProtocolError(`no initiator sends opcode ${pdu.opcode} in the full feature phase`);
    }
  }

  #nop({ header, data }: Pdu): FullFeatureStep {
    if (header.readUInt32BE(16) === NO_TAG) {
      return {};
    }
    const response = newHeader(fromTarget.nopIn, FINAL);
    header.copy(response, 8, 8, 20);
    response.writeUInt32BE(NO_TAG, 20);
    this.context.sequence.stamp(response);
    return { response: encodePdu(response, data.subarray(0, this.context.admitted.maxDataBytes)) };
  }

  #text(pdu: Pdu): Buffer {
    const { header, data } = pdu;
    const { store, endpoints, sequence, admitted, targetName } = this.context;
    const isRest = header.readUInt32BE(20) === TEXT_TAG && this.#textLeft.length > 0;
    // No initiator has more to say than fits into one request.
    if ((header.readUInt8(1) & CONTINUE) !== 0 || (!isRest && header.readUInt32BE(20) !== NO_TAG)) {
      return this.#reject(pdu);
    }
    const text = isRest ? this.#textLeft : answerText(data, store(), endpoints, targetName);
    const part = text.subarray(0, admitted.maxDataBytes);
    this.#textLeft = text.subarray(part.length);
    const isLast = this.#textLeft.length === 0;
    const response = newHeader(fromTarget.text, isLast ? FINAL : CONTINUE);
    header.copy(response, 16, 16, 20);
    response.writeUInt32BE(isLast ? NO_TAG : TEXT_TAG, 20);
    sequence.stamp(response);
    return encodePdu(response, part);
  }

  #logout({ header }: Pdu): FullFeatureStep {
    const response = newHeader(fromTarget.logout, FINAL);
    const isForRecovery = (header.readUInt8(1) & 0x7f) > 1;
    response[2] = isForRecovery ? 2 : 0;
    header.copy(response, 16, 16, 20);
    this.context.sequence.stamp(response);
    return { response: encodePdu(response), isLogout: !isForRecovery };
  }

  /** Source: RFC 7143, 11.17. */
  #reject({ header }: Pdu): Buffer {
    const response = newHeader(fromTarget.reject, FINAL);
    response[2] = COMMAND_NOT_SUPPORTED;
    response.writeUInt32BE(NO_TAG, 16);
    this.context.sequence.stamp(response);
    return encodePdu(response, header);
  }
}
