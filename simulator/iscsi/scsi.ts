/** What a SCSI command is answered with. */
export interface ScsiResult {
  /** SCSI status: 0 good, 2 check condition. */
  readonly status: 0x00 | 0x02;
  /** What a command that reads returns; sense data with a check condition. */
  readonly data: Buffer;
}

/** A command descriptor block and where it goes to. */
export interface ScsiCommand {
  readonly cdb: Buffer;
  readonly lun: Buffer;
  /** Of the target; the serial number follows from it. */
  readonly targetName: string;
}

/** The size of the one LUN, of which no block can be read or written. */
const BLOCKS = 2_097_152;
const BLOCK_BYTES = 512;

const ILLEGAL_REQUEST = 0x05;
const INVALID_OPCODE = [0x20, 0x00] as const;
const INVALID_FIELD = [0x24, 0x00] as const;
const NO_SUCH_LUN = [0x25, 0x00] as const;

type Command = (command: ScsiCommand) => ScsiResult;

/** The commands by which initiators look at a LUN, by opcode. Source: SPC-3, SBC-2. */
const commands: ReadonlyMap<number, Command> = new Map<number, Command>([
  [0x00, onLun(() => good(Buffer.alloc(0)))],
  [0x12, inquiry],
  [0x25, onLun(() => good(words(BLOCKS - 1, BLOCK_BYTES)))],
  [0xa0, ({ cdb }) => good(words(8, 0, 0, 0).subarray(0, cdb.readUInt32BE(6)))],
]);

/** Carries out TEST UNIT READY, INQUIRY, READ CAPACITY(10) or REPORT LUNS; anything else is an illegal request. */
export function runScsi(command: ScsiCommand): ScsiResult {
  const run = commands.get(command.cdb.readUInt8(0));
  return run === undefined ? illegal(INVALID_OPCODE) : run(command);
}

function onLun(run: Command): Command {
  return (command) => (isLun0(command) ? run(command) : illegal(NO_SUCH_LUN));
}

function inquiry(command: ScsiCommand): ScsiResult {
  const { cdb } = command;
  const most = cdb.readUInt16BE(3);
  const page = cdb.readUInt8(2);
  if ((cdb.readUInt8(1) & 1) !== 0) {
    const content = vitalPage(page, command);
    return content === undefined ? illegal(INVALID_FIELD) : good(content.subarray(0, most));
  }
  return page === 0 ? good(standardInquiry(command).subarray(0, most)) : illegal(INVALID_FIELD);
}

/** A direct-access block device of SPC-3, response format 2; or a LUN that is not there. */
function standardInquiry(command: ScsiCommand): Buffer {
  const start = Buffer.from([isLun0(command) ? 0x00 : 0x7f, 0x00, 0x05, 0x02, 31, 0, 0, 0]);
  return Buffer.concat([start, ascii("NETAPP", 8), ascii("LUN SIMULATED", 16), ascii("1", 4)]);
}

/** Vital product data: the pages that there are, and the serial number. */
function vitalPage(page: number, { targetName }: ScsiCommand): Buffer | undefined {
  if (page === 0x00) {
    return Buffer.from([0x00, 0x00, 0x00, 2, 0x00, 0x80]);
  }
  if (page === 0x80) {
    const serial = ascii(targetName.slice(-12), 12);
    return Buffer.concat([Buffer.from([0x00, 0x80, 0x00, serial.length]), serial]);
  }
  return undefined;
}

function isLun0({ lun }: ScsiCommand): boolean {
  return lun.every((byte) => byte === 0);
}

function good(data: Buffer): ScsiResult {
  return { status: 0x00, data };
}

/** A check condition with fixed-format sense data. */
function illegal([code, qualifier]: readonly [number, number]): ScsiResult {
  const sense = Buffer.alloc(18);
  sense[0] = 0x70;
  sense[2] = ILLEGAL_REQUEST;
  sense[7] = 10;
  sense[12] = code;
  sense[13] = qualifier;
  return { status: 0x02, data: sense };
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) {
    bytes.writeUInt32BE(value, 4 * index);
  }
  return bytes;
}

function ascii(text: string, length: number): Buffer {
  return Buffer.from(text.padEnd(length).slice(0, length), "latin1");
}
