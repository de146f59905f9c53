import { services, svm1 } from "../client";
import { HOST, inbound, Portal, row, TARGET1, TARGET2 } from "./portal";

const isid = Buffer.from("8012345678ab", "hex");

let portal: Portal;
beforeEach(async () => {
  portal = await Portal.open([row(HOST, "chap", { chap: { inbound } })]);
});
afterEach(() => portal.close());

const logIn = (rest = {}) => portal.logIn({ ...inbound, ...rest });

test("REST shows a session as the initiator made it, until it logs out", async () => {
  const { connection, tsih } = await logIn({ isid });
  expect(await portal.sessions()).toEqual([
    expect.objectContaining({
      svm: expect.objectContaining({ name: "svm1" }),
      tsih,
      target_portal_group: "lif1",
      target_portal_group_tag: 1027,
      isid: "80:12:34:56:78:ab",
      initiator: { name: HOST },
      connections: [
        expect.objectContaining({
          authentication_type: "chap",
          initiator_address: { address: "127.0.0.1", port: connection.localPort },
          interface: expect.objectContaining({ name: "lif1", ip: { address: "127.0.0.1", port: portal.iscsi.port } }),
        }),
      ],
    }),
  ]);
  expect(await connection.command(0x46, 0x80)).toMatchObject({ opcode: 0x26 });
  await connection.closed();
  expect(await portal.sessions()).toEqual([]);
});

test("a session ends with its connection", async () => {
  const { connection } = await logIn();
  connection.end();
  await connection.closed();
  // The simulator has seen the end of one connection once another one, made later, was served.
  await logIn({ target: TARGET2, user: undefined });
  expect(await portal.loggedIn()).toEqual([HOST]);
  expect((await portal.sessions()).map(({ svm }) => svm)).toEqual([expect.objectContaining({ name: "svm2" })]);
});

test.each([
  ["its service is disabled", () => portal.cluster.call("PATCH", `${services}/${svm1}`, { enabled: false })],
  ["the control plane logs it out", () => portal.cluster.control("DELETE", `/sessions?initiator=${HOST}&svm=svm1`)],
  ["the state is replaced", () => portal.setRows()],
])("a session falls when %s", async (_why, cut) => {
  const { connection } = await logIn();
  expect(await portal.loggedIn()).toEqual([HOST]);
  await cut();
  await connection.closed();
  expect(await portal.loggedIn()).toEqual([]);
});

test("disabling one SVM's service leaves the sessions of another, and turns logins away", async () => {
  const other = await logIn({ target: TARGET2, user: undefined });
  const { connection } = await logIn();
  await portal.cluster.call("PATCH", `${services}/${svm1}`, { enabled: false });
  await connection.closed();
  expect((await logIn()).status).toBe("0203");
  expect(await other.connection.command(0x40, 0x80)).toMatchObject({ opcode: 0x20 });
});

test("a service that comes back takes logins again, and one that is deleted takes none", async () => {
  const path = `${services}/${svm1}`;
  await portal.cluster.call("PATCH", path, { enabled: false });
  await portal.cluster.call("PATCH", path, { enabled: true });
  expect((await logIn()).status).toBe("0000");
  await portal.cluster.call("PATCH", path, { enabled: false });
  expect((await portal.cluster.call("DELETE", path)).status).toBe(200);
  expect((await logIn()).status).toBe("0203");
});

test("a credential that changes does not end a session, and applies from the next login on", async () => {
  const { connection } = await logIn();
  const path = `/api/protocols/san/iscsi/credentials/${svm1}/${HOST}`;
  expect((await portal.cluster.call("PATCH", path, { authentication_type: "deny" })).status).toBe(200);
  expect(await connection.command(0x40, 0x80)).toMatchObject({ opcode: 0x20 });
  expect((await logIn()).status).toBe("0202");
});

test("a login with the ISID of a live session cuts it, before anything is authenticated", async () => {
  const first = await logIn({ isid });
  const second = await logIn({ isid, password: "wrong" });
  await first.connection.closed();
  expect([second.status, await portal.loggedIn()]).toEqual(["0201", []]);
});

test("where that waits for the login, only one that succeeds cuts it", async () => {
  await portal.set({ loginReinstates: "fullFeature" });
  const first = await logIn({ isid });
  expect((await logIn({ isid, password: "wrong" })).status).toBe("0201");
  expect(await portal.loggedIn()).toEqual([HOST]);
  const second = await logIn({ isid });
  await first.connection.closed();
  expect((await portal.sessions()).map(({ tsih }) => tsih)).toEqual([second.tsih]);
});

test("another ISID, and the same one at another target or of another initiator, cuts nothing", async () => {
  await logIn({ isid });
  await logIn();
  await logIn({ isid, target: TARGET2, user: undefined });
  await logIn({ isid, initiator: "iqn.1994-05.com.example:host2", user: undefined });
  expect(await portal.sessions()).toHaveLength(4);
});

test("the ISID of a session that the control plane made is taken over as well", async () => {
  const login = { svm: "svm1", interface: "lif1", initiator: HOST, address: "10.0.0.1", ...inbound };
  await portal.cluster.control("POST", "/sessions", login);
  const made = (await portal.sessions())[0];
  const taken = Buffer.from(String(made?.isid).replaceAll(":", ""), "hex");
  await logIn({ isid: taken });
  expect((await portal.sessions()).map(({ tsih }) => tsih)).not.toContain(made?.tsih);
});

test("a second connection of a session is refused, and so is a handle that nobody has", async () => {
  const { tsih } = await logIn({ isid });
  const names = { InitiatorName: HOST, TargetName: TARGET1, AuthMethod: "CHAP" };
  expect((await (await portal.connect(isid)).request(0x00, names, tsih)).status).toBe("0206");
  expect((await (await portal.connect(isid)).request(0x00, names, tsih + 1)).status).toBe("020a");
  expect(await portal.loggedIn()).toEqual([HOST]);
});
