import { once } from "node:events";
import { connect as connectTo } from "node:net";
import { readFixture } from "../../../simulator/collections/fixture";
import { listenIscsi } from "../../../simulator/iscsi/listen";
import { LiveLogins } from "../../../simulator/iscsi/live-logins";
import { AuditLog } from "../../../simulator/state/audit-log";
import { Clock } from "../../../simulator/state/clock";
import { Jobs } from "../../../simulator/state/jobs";
import { freshSettings } from "../../../simulator/state/settings";
import { defaultVersion } from "../../../simulator/state/version";
import { Initiator } from "./initiator";
import { fixture, HOST, Portal, row, TARGET1 } from "./portal";

const login = (bytes: Buffer, change: (header: Buffer) => void = () => undefined) => {
  const header = Buffer.alloc(48);
  header[0] = 0x43;
  header.writeUIntBE(bytes.length, 5, 3);
  change(header);
  return Buffer.concat([header, bytes, Buffer.alloc(-bytes.length & 3)]);
};
const names = Buffer.from(`InitiatorName=${HOST}\0TargetName=${TARGET1}\0AuthMethod=None\0`);

describe("what no initiator sends", () => {
  let portal: Portal;
  let bystander: Initiator;
  beforeAll(async () => {
    portal = await Portal.open([row("default", "none")]);
    bystander = (await portal.logIn({ initiator: "iqn.1994-05.com.example:bystander" })).connection;
  });
  afterAll(() => portal.close());

  const beforeLogin: [string, Buffer][] = [
    ["a web browser's request", Buffer.from(`GET / HTTP/1.1\r\nHost: array\r\n${"X: y\r\n".repeat(20)}\r\n`)],
    ["the same byte over and over", Buffer.alloc(500, 0x43)],
    ["a data segment of 16 MiB", login(names, (header) => header.writeUIntBE(0xff_ffff, 5, 3))],
    ["a command before the login", login(names, (header) => header.writeUInt8(0x01, 0))],
    ["a stage that does not exist", login(names, (header) => header.writeUInt8(0x08, 1))],
    ["a stage before the present one", login(names, (header) => header.writeUInt8(0x84, 1))],
    ["text without a key", login(Buffer.from("=value\0"))],
    ["the same key twice", login(Buffer.concat([names, Buffer.from("AuthMethod=CHAP\0")]))],
    [
      "hundreds of keys",
      login(Buffer.concat([names, Buffer.from(Array.from({ length: 200 }, (_, n) => `k${n}=\0`).join(""))])),
    ],
    ["a version to come", login(names, (header) => header.writeUInt8(1, 3))],
    ["no name", login(Buffer.from("AuthMethod=None\0"))],
    ["CHAP without a challenge", login(Buffer.concat([names, Buffer.from("CHAP_N=a\0CHAP_R=0x00\0")]))],
  ];
  test.each(beforeLogin)("%s ends that connection and no other", async (_what, bytes) => {
    const connection = await portal.connect();
    connection.socket.write(bytes);
    await connection.closed();
    expect(portal.log.at(-1)).not.toContain("took too long");
    expect(await portal.loggedIn()).toEqual(["iqn.1994-05.com.example:bystander"]);
    expect(await bystander.command(0x40, 0x80)).toMatchObject({ opcode: 0x20 });
  });

  test("more data than is taken ends a connection as soon as it is announced", async () => {
    const connection = await portal.connect();
    connection.socket.write(login(Buffer.alloc(0), (header) => header.writeUIntBE(0xff_ffff, 5, 3)));
    await connection.closed();
    expect(portal.log.at(-1)).toContain("a data segment of 16777215 bytes was announced; at most 8192 are taken");
  });

  test.each([
    ["another login", 0x43, {}],
    ["an opcode that only targets send", 0x20, {}],
    ["a command out of order", 0x01, { 24: 99 }],
  ])("%s in a session ends that session and no other", async (_what, opcode, fields) => {
    const { connection } = await portal.logIn();
    connection.send(opcode, 0x80, { 24: 1, ...fields });
    await connection.closed();
    expect(await bystander.command(0x40, 0x80)).toMatchObject({ opcode: 0x20 });
  });

  test("a text that is continued without end is refused", async () => {
    const connection = await portal.connect();
    const part = login(Buffer.alloc(8000, "x"), (header) => header.writeUInt8(0x40, 1));
    connection.socket.write(Buffer.concat([part, part, part]));
    const replies = [await connection.receive(), await connection.receive(), await connection.receive()];
    expect(replies.map((reply) => reply?.header.toString("hex", 36, 38))).toEqual(["0000", "0000", "0200"]);
    await connection.closed();
  });

  test("a login that arrives byte by byte is a login", async () => {
    const connection = await portal.connect();
    for (const byte of login(names, (header) => header.writeUInt8(0x87 & 0xf3, 1))) {
      connection.socket.write(Buffer.from([byte]));
    }
    expect((await connection.receive())?.header.toString("hex", 36, 38)).toBe("0000");
  });

  test("a login request that switches to another login in the middle is refused", async () => {
    const connection = await portal.connect();
    connection.socket.write(login(names));
    await connection.receive();
    connection.socket.write(login(Buffer.alloc(0), (header) => header.writeUInt8(0x99, 10)));
    expect((await connection.receive())?.header.toString("hex", 36, 38)).toBe("0200");
    await connection.closed();
  });
});

describe("what takes too long", () => {
  const clock = new Clock();
  const settings = freshSettings(0);
  const cluster = {
    store: readFixture(fixture([row("default", "none")]), defaultVersion),
    settings,
    owner: { name: "admin", password: "", role: "admin" as const },
    clock,
    jobs: new Jobs(clock),
    auditLog: new AuditLog(clock, settings),
  };
  const short = { loginMs: 300, pduMs: 300, discoveryMs: 300, connections: 2 };
  const lines: string[] = [];
  let port: Awaited<ReturnType<typeof listenIscsi>>;
  beforeAll(async () => {
    const here = { host: "127.0.0.1", port: 0 };
    port = await listenIscsi(cluster, new LiveLogins(), here, (line) => lines.push(line), short);
  });
  afterEach(() => {
    lines.length = 0;
  });
  afterAll(() => port.close());
  const connect = () => Initiator.connect({ host: "127.0.0.1", port: port.port });

  test("a login ends where it does not come to its end, however busy it is", async () => {
    const connection = await connect();
    const drip = setInterval(() => connection.socket.write(Buffer.from([0x43])), 50);
    await connection.closed();
    clearInterval(drip);
    expect(lines).toEqual([expect.stringContaining("the login took too long")]);
  });

  test("a PDU that never comes to its end ends the session; a session that is only silent stays", async () => {
    const [silent, slow] = [await connect(), await connect()];
    await silent.logIn({ initiator: HOST, target: TARGET1 });
    await slow.logIn({ initiator: HOST, target: TARGET1 });
    slow.socket.write(Buffer.alloc(20));
    await slow.closed();
    expect(lines).toContainEqual(expect.stringContaining("a PDU took too long"));
    expect(await silent.command(0x40, 0x80)).toMatchObject({ opcode: 0x20 });
    silent.end();
    await silent.closed();
  });

  test("a peer that is refused and goes on talking is cut", async () => {
    const peer = connectTo({ port: port.port, host: "127.0.0.1", allowHalfOpen: true });
    peer.on("error", () => undefined).resume();
    peer.write(login(Buffer.from("InitiatorName=nobody\0")));
    await once(peer, "end");
    const drip = setInterval(() => peer.write(Buffer.alloc(1000)), 50);
    await new Promise((resolve) => peer.once("close", resolve));
    clearInterval(drip);
    expect(lines).toContainEqual(expect.stringContaining("login refused: 0200"));
    expect(lines).toContainEqual(expect.stringContaining("the end of the connection was not taken"));
  });

  test("a discovery session that is silent ends", async () => {
    const connection = await connect();
    await connection.logIn({ initiator: HOST });
    await connection.closed();
    expect(lines).toContainEqual(expect.stringContaining("silent for too long"));
  });

  test("an initiator that reads nothing of what it asks for gets nothing more, and is cut", async () => {
    const connection = await connect();
    await connection.logIn({ initiator: HOST, target: TARGET1 });
    connection.socket.pause();
    const ping = Buffer.alloc(48 + 8192);
    ping[0] = 0x40;
    ping.writeUIntBE(8192, 5, 3);
    for (let sent = 0; sent < 20_000_000; sent += ping.length) {
      connection.socket.write(ping);
    }
    await connection.closed();
    expect(lines).toContainEqual(expect.stringContaining("a PDU took too long"));
  });

  test("beyond the most connections that there may be, one more is closed at once", async () => {
    const held = [await connect(), await connect()];
    const more = await connect();
    await more.closed();
    for (const connection of held) {
      connection.end();
    }
  });
});
