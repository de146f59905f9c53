import { encodePdu, fromTarget, NO_TAG, newHeader, type Pdu } from "./pdu";
import { runScsi } from "./scsi";
import type { Sequence } from "./sequence";

const FINAL = 0x80;
const OVERFLOW = 0x04;
const UNDERFLOW = 0x02;

/** Carries out a SCSI Command PDU. Returns Data-In with the status in it, or a SCSI Response. Source: RFC 7143, 11.3. */
export function answerScsi({ header }: Pdu, targetName: string, sequence: Sequence): Buffer {
  const lun = header.subarray(8, 16);
  const wantsData = (header.readUInt8(1) & 0x40) !== 0;
  const expected = header.readUInt32BE(20);
  const { status, data } = runScsi({ cdb: header.subarray(32, 48), lun, targetName });
  const returned = status === 0 && wantsData ? data.subarray(0, expected) : Buffer.alloc(0);
  const missing = status === 0 ? data.length - expected : -expected;
  const residual = missing > 0 ? OVERFLOW : missing < 0 ? UNDERFLOW : 0;
  const isDataIn = returned.length > 0;
  const response = isDataIn
    ? newHeader(fromTarget.dataIn, FINAL | residual | 0x01)
    : newHeader(fromTarget.scsiResponse, FINAL | residual);
  response[3] = status;
  header.copy(response, 16, 16, 20);
  if (isDataIn) {
    response.writeUInt32BE(NO_TAG, 20);
  }
  sequence.stamp(response);
  response.writeUInt32BE(Math.abs(missing), 44);
  return encodePdu(response, status === 0 ? returned : withLength(data));
}

/** Sense data as a SCSI Response carries it, after its length. */
function withLength(sense: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0, sense.length]), sense]);
}
