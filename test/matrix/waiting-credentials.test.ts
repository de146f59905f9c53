import { FRONTS, ProviderHarness } from "../provider/provider-harness";

const svm = { name: "svm1" };
const HOSTS = Array.from({ length: 8 }, (_, n) => `iqn.1998-01.com.corp.iscsi:name${n}`);

/** How a creation ended, and after how many milliseconds. */
type End = readonly ["created" | string, number];

describe.each(FRONTS)("Credentials that are created before their service, without depending on it (%s)", (front) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front, fixture: { svms: [{ name: "svm1" }] } });
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.control("DELETE", "/faults");
    await harness.control("PUT", "/state", { svms: [{ name: "svm1" }] });
  });

  async function ending(
    process: ProviderHarness,
    type: "IscsiCredentials" | "IscsiService",
    args: object,
  ): Promise<End> {
    const startedAt = performance.now();
    const end = await process.create(type, { svm, ...args }).then(
      () => "created",
      ({ message }: Error) => message,
    );
    return [end, performance.now() - startedAt];
  }
  const credential = (process: ProviderHarness, initiator = HOSTS[0]) =>
    ending(process, "IscsiCredentials", { initiator, authenticationType: "none" });
  const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1_000));

  async function inNewProcess(work: (process: ProviderHarness) => Promise<void>): Promise<void> {
    const process = await harness.newProcess();
    try {
      await work(process);
    } finally {
      await process.stopProcess();
    }
  }

  test("wait for it, however many they are, once its creation has begun", () =>
    inNewProcess(async (process) => {
      await harness.control("POST", "/faults", {
        kind: "latency",
        ms: 4_000,
        match: { path: "/api/protocols/san/iscsi/services" },
      });
      const hosts = HOSTS.map((initiator) => credential(process, initiator));
      await seconds(1);
      const service = ending(process, "IscsiService", {});
      const ends = await Promise.all([...hosts, service]);
      expect(ends.map(([end]) => end)).toEqual(Array.from({ length: 9 }, () => "created"));
    }));

  test("leave a slot of the engine free for it: the last of eight at once gives way, the others go on waiting", () =>
    inNewProcess(async (process) => {
      const hosts = HOSTS.map((initiator) => credential(process, initiator));
      const [gaveWay, after] = await Promise.race(hosts);
      expect(gaveWay).toMatch(/no slot of the engine.*pass svm: service\.svm/);
      expect(after).toBeLessThan(4_500);
      expect(await ending(process, "IscsiService", {})).toEqual(["created", expect.any(Number)]);
      const ends = (await Promise.all(hosts)).map(([end]) => end);
      expect(ends.filter((end) => end === "created")).toHaveLength(7);
    }));

  test("fail after 5 s where none is being created, and say how a program orders them", () =>
    inNewProcess(async (process) => {
      const [end, after] = await credential(process);
      expect(end).toMatch(/5374078.*this run began to create no iSCSI service within 5 s.*pass svm: service\.svm/);
      expect(after).toBeGreaterThan(4_900);
      expect(after).toBeLessThan(9_000);
    }));

  test("fail where its creation fails", () =>
    inNewProcess(async (process) => {
      const waiting = credential(process);
      await harness.control("POST", "/faults", {
        kind: "status",
        status: 403,
        code: "1115127",
        match: { method: "POST", path: "/api/protocols/san/iscsi/services" },
      });
      expect((await ending(process, "IscsiService", {}))[0]).toMatch(/1115127/);
      expect((await waiting)[0]).toMatch(/the iSCSI service of this run could not be created/);
    }));

  test("are created where nobody knows whether its creation succeeded, and it did", () =>
    inNewProcess(async (process) => {
      const waiting = credential(process);
      await harness.control("POST", "/faults", {
        kind: "loseReply",
        match: { method: "POST", path: "/api/protocols/san/iscsi/services" },
      });
      expect((await ending(process, "IscsiService", {}))[0]).toMatch(/nobody looked before/);
      expect(await waiting).toEqual(["created", expect.any(Number)]);
    }));
});
