import { type Cluster, codeOf, credentials, services, startCluster } from "./client";

const KEYS = 400_000;
const numbered = (key: (number: number) => string, keys = KEYS) =>
  `{${Array.from({ length: keys }, (_, number) => `${key(number)}:0`).join(",")}}`;
const wide = numbered((number) => `"key${number}"`);
const row = { svm: { name: "svm1" }, authentication_type: "none" };

/** Time that this process, the simulator in it, has had of a processor so far. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

describe("a body of 5 MB", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
    await cluster.call("POST", services, { svm: { name: "svm1" } });
  });
  afterAll(() => cluster.simulator.close());

  const bodies: [string, string, string][] = [
    ["one object of many keys", wide, "262201"],
    ["one object of many dotted keys", numbered((number) => `"svm.key${number}"`), "262201"],
    ["one object that bears one key again and again", numbered(() => '"svm"'), "262201"],
    [
      "many objects of many keys",
      `{${Array.from({ length: 400 }, (_, number) => `"o${number}":${numbered((key) => `"svm.key${key}"`, 1000)}`).join(",")}}`,
      "262179",
    ],
    ["objects in objects", `${'{"a":'.repeat(800_000)}1${"}".repeat(800_000)}`, "262201"],
    ["lists in lists", `{"initiator":${"[".repeat(2_500_000)}${"]".repeat(2_500_000)}}`, "262201"],
    ["a key of many parts", `{"${"a.".repeat(2_500_000)}a":0}`, "262201"],
    ["one long name", JSON.stringify({ ...row, initiator: `iqn.1995-08.com:${"a".repeat(5_000_000)}` }), "262197"],
    ["nothing that is closed", '{"a":"'.repeat(800_000), "262201"],
  ];
  // Read in one pass each takes well below a second; copied once a key they take minutes. Others' load does not count.
  test.each(bodies)("of %s is refused at once", async (_what, body, code) => {
    const before = processorMs();
    expect(codeOf(await cluster.call("POST", credentials, body))).toBe(code);
    expect(processorMs() - before).toBeLessThan(2500);
  });

  test("may be one name that a pattern over its characters would not get through", async () => {
    const body = JSON.stringify({ ...row, initiator: `iqn.1995-08.com:${"a".repeat(20_000_000)}` });
    expect(codeOf(await cluster.call("POST", credentials, body))).toBe("262197");
  });

  test("may hold as many objects as fit in", async () => {
    const records = Array.from({ length: 5000 }, (_, number) => ({ ...row, initiator: `iqn.1995-08.com:${number}` }));
    expect((await cluster.call("POST", `${credentials}?return_timeout=15`, { records })).status).toBe(201);
    expect((await cluster.call("GET", `${credentials}?return_records=false`)).body.num_records).toBe(5001);
  });
});
