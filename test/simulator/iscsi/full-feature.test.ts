import type { Reply } from "./initiator";
import { Portal, row, TARGET1, TARGET2 } from "./portal";

let portal: Portal;
beforeAll(async () => {
  portal = await Portal.open([row("default", "none")]);
});
afterAll(() => portal.close());

/** Sends a command descriptor block that reads up to `expected` bytes from a LUN. */
async function scsi(block: readonly number[], expected: number, lun = 0): Promise<Reply> {
  const { connection } = await portal.logIn();
  const cdb = Buffer.concat([Buffer.from(block), Buffer.alloc(16 - block.length)]);
  const words = [0, 4, 8, 12].map((offset) => [32 + offset, cdb.readUInt32BE(offset)]);
  const fields = { 8: lun << 16, 20: expected, ...Object.fromEntries(words) };
  const reply = await connection.command(0x01, expected > 0 ? 0xc1 : 0x81, fields);
  connection.end();
  if (reply === undefined) {
    throw new Error("the connection has ended");
  }
  return reply;
}

/** What is in sense data: key, code, qualifier. */
const sense = ({ data }: Reply) => [data[2 + 2], data[2 + 12], data[2 + 13]];
const status = ({ header }: Reply) => header[3];

test("INQUIRY says that a disk of NetApp is there", async () => {
  const reply = await scsi([0x12, 0, 0, 0, 255], 255);
  expect([reply.opcode, status(reply), reply.data.toString("latin1", 8, 16)]).toEqual([0x25, 0, "NETAPP  "]);
  expect([reply.header[1], reply.header.readUInt32BE(44)]).toEqual([0x83, 255 - 36]);
});

test("what is returned is no longer than what was asked for", async () => {
  expect((await scsi([0x12, 0, 0, 0, 5], 5)).data).toHaveLength(5);
  const short = await scsi([0x12, 0, 0, 0, 36], 8);
  expect([short.data.length, short.header[1], short.header.readUInt32BE(44)]).toEqual([8, 0x85, 28]);
});

test.each([
  ["0x00 lists the pages", [0x12, 1, 0x00, 0, 255], "0000000200 80"],
  ["0x80 is the serial number", [0x12, 1, 0x80, 0, 4], "0080000c"],
  ["REPORT LUNS lists LUN 0", [0xa0, 0, 0, 0, 0, 0, 0, 0, 0, 255], "0000000800000000 0000000000000000"],
  ["READ CAPACITY says how many blocks, of what size", [0x25], "001fffff00000200"],
])("%s", async (_what, block, bytes) => {
  expect((await scsi(block, 255)).data.toString("hex")).toBe(bytes.replaceAll(" ", ""));
});

test("TEST UNIT READY is good", async () => {
  const reply = await scsi([0x00], 0);
  expect([reply.opcode, status(reply), reply.data.length]).toEqual([0x21, 0, 0]);
});

test.each([
  ["READ(10), as there is no data", [0x28], 0, [5, 0x20, 0]],
  ["WRITE(10)", [0x2a], 0, [5, 0x20, 0]],
  ["a page that there is not", [0x12, 1, 0x83, 0, 255], 0, [5, 0x24, 0]],
  ["another LUN", [0x00], 1, [5, 0x25, 0]],
])("%s is an illegal request", async (_what, block, lun, expected) => {
  const reply = await scsi(block, 0, lun);
  expect([reply.opcode, status(reply), sense(reply)]).toEqual([0x21, 2, expected]);
});

test("INQUIRY of another LUN says that none is there", async () => {
  expect((await scsi([0x12, 0, 0, 0, 36], 36, 1)).data[0]).toBe(0x7f);
});

test("NOP-Out is answered with what it brought, in the order of the commands", async () => {
  const { connection } = await portal.logIn();
  for (const text of ["ping", "pong"]) {
    const reply = await connection.command(0x00, 0x80, {}, Buffer.from(text));
    expect([reply?.opcode, reply?.data.toString(), reply?.header.readUInt32BE(16)]).toEqual([0x20, text, 7]);
  }
});

test("task management is rejected, and the session goes on", async () => {
  const { connection } = await portal.logIn();
  expect(await connection.command(0x02, 0x81)).toMatchObject({ opcode: 0x3f });
  expect(await connection.command(0x00, 0x80)).toMatchObject({ opcode: 0x20 });
});

const texts = async (logIn: object, request: string, keys = {}) => {
  const connection = await portal.connect();
  const name = "iqn.1994-05.com.example:host1";
  await connection.logIn({ initiator: name, ...logIn }, keys);
  let reply = await connection.command(0x04, 0x80, {}, Buffer.from(`${request}\0`));
  let text = reply?.data.toString() ?? "";
  while (reply !== undefined && ((reply.header[1] ?? 0) & 0x40) !== 0) {
    expect(reply.data.length).toBeLessThanOrEqual(512);
    reply = await connection.command(0x04, 0x80, { 20: reply.header.readUInt32BE(20) });
    text += reply?.data.toString() ?? "";
  }
  return text.split("\0").filter(Boolean);
};
const listed = (target: string) => [`TargetName=${target}`, `TargetAddress=127.0.0.1:${portal.iscsi.port},1027`];

test("discovery lists the targets of all SVMs, and shows in no list of sessions", async () => {
  expect(new Set(await texts({}, "SendTargets=All"))).toEqual(new Set([...listed(TARGET1), ...listed(TARGET2)]));
  expect(await texts({}, `SendTargets=${TARGET2}`)).toEqual(listed(TARGET2));
  expect(await texts({}, "Vendor=1")).toEqual(["Vendor=NotUnderstood"]);
});

test("a normal session sees its own target alone", async () => {
  expect(await texts({ target: TARGET1 }, "SendTargets=")).toEqual(listed(TARGET1));
  expect(await texts({ target: TARGET1 }, `SendTargets=${TARGET2}`)).toEqual([]);
  expect(await texts({ target: TARGET1 }, "SendTargets=All")).toEqual(["SendTargets=Reject"]);
});

test("a long list of targets comes in parts that the initiator takes", async () => {
  const names = Array.from({ length: 40 }, (_, index) => `iqn.1992-08.com.netapp:sn.${index}`);
  const svms = names.map((_, index) => ({ name: `svm${index}` }));
  await portal.cluster.control("PUT", "/state", {
    svms,
    services: svms.map((svm, index) => ({ svm, target: { name: names[index] ?? "" } })),
    interfaces: svms.map((svm) => ({ svm, name: "lif1", ip: { address: "127.0.0.1" } })),
  });
  const lines = await texts({}, "SendTargets=All", { MaxRecvDataSegmentLength: "512" });
  expect(new Set(lines)).toEqual(new Set(names.flatMap(listed)));
});
