import type { Bag } from "../engine/bag";
import { HOST, ON_SVM1, OTHER_HOST, SVM1 } from "../names";
import { FRONTS, ProviderHarness, type Resource } from "./provider-harness";

const chap = { inbound: { user: "host1", password: "inbound-password" } };
const ARGS = { ...ON_SVM1, initiator: HOST, authenticationType: "chap", chap };
const ROW = `credentials/${SVM1}/${encodeURIComponent(HOST)}`;

interface Row {
  readonly initiator: string;
  readonly authentication_type: string;
}

describe.each(FRONTS)("A credential that is removed (%s)", (front) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front });
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.control("PUT", "/state", {
      svms: [{ uuid: SVM1, name: "svm1" }],
      services: [ON_SVM1],
      interfaces: [{ ...ON_SVM1, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
    });
    await harness.calls();
  });

  async function made(more: Bag = {}): Promise<Resource> {
    const resource = await harness.create("IscsiCredentials", { ...ARGS, ...more });
    await harness.calls();
    return resource;
  }

  async function inNextRun<T>(work: (run: ProviderHarness) => Promise<T>, env: NodeJS.ProcessEnv = {}): Promise<T> {
    const run = await harness.newProcess(env);
    try {
      return await work(run);
    } finally {
      await run.stopProcess();
    }
  }

  const rows = async () => {
    const { credentials } = await harness.control<{ credentials: readonly Row[] }>("GET", "/state");
    return Object.fromEntries(credentials.map(({ initiator, authentication_type: type }) => [initiator, type]));
  };
  const saidBy = (run: ProviderHarness) => run.host.said.match(/^warning: .*$/gm) ?? [];

  describe("says what decides from then on", () => {
    const setDefault = (type: string) =>
      harness.byHand("PATCH", `credentials/${SVM1}/default`, {
        authentication_type: type,
        ...(type === "chap" ? { chap } : {}),
      });

    it.each([
      ["none", /`default` is none: this initiator may then log in without a password/],
      ["chap", /`default` is chap: this initiator may then log in with the user and password of that row/],
      ["deny", /`default` is deny: this initiator may then no longer log in/],
    ])("by the default row as it is: %s", async (type, said) => {
      const host = await made();
      await setDefault(type);
      await inNextRun(async (run) => {
        await run.delete(host);
        await run.host.printed(`\`default\` is ${type}`);
        expect(saidBy(run)).toEqual([expect.stringMatching(said)]);
        expect(saidBy(run)[0]).toContain(`the iSCSI credential of ${HOST} on SVM svm1`);
      });
      expect(await harness.calls("objects")).toEqual([
        "GET sessions",
        `DELETE ${ROW}`,
        `GET credentials/${SVM1}/default`,
      ]);
    });

    it("by the default row as the same run changes it", async () => {
      const host = await made();
      const everybody = { ...ON_SVM1, initiator: "default", authenticationType: "none" };
      const fallback = await harness.create("IscsiCredentials", everybody);
      await inNextRun(async (run) => {
        await run.preview(fallback, { ...everybody, authenticationType: "deny" });
        await run.delete(host);
        await run.host.printed("`default` is deny: this initiator may then no longer log in");
      });
    });

    it("once for each SVM, and without failing where the default row cannot be read", async () => {
      const hosts = [await made(), await made({ initiator: OTHER_HOST })];
      await harness.control("POST", "/faults", {
        match: { method: "GET", path: `/api/protocols/san/iscsi/credentials/${SVM1}/default` },
        kind: "status",
        status: 403,
        code: "6",
      });
      await inNextRun(async (run) => {
        await Promise.all(hosts.map((host) => run.delete(host)));
        await run.host.printed("`default` row decides");
        expect(saidBy(run)).toEqual([expect.stringContaining("it could not be read")]);
      });
      await harness.control("DELETE", "/faults");
      expect(await rows()).toEqual({ default: "none" });
    });

    it("without asking for it where the row let everybody in already", async () => {
      const host = await made({ authenticationType: "none", chap: undefined });
      await inNextRun(async (run) => {
        await run.delete(host);
        await run.host.printed("`default` row decides about this initiator from now on");
      });
      expect(await harness.calls("objects")).toEqual(["GET sessions", `DELETE ${ROW}`]);
    });

    it("already in the preview of a replacement by another initiator", async () => {
      const host = await made();
      await inNextRun(async (run) => {
        expect(await run.preview(host, { ...ARGS, initiator: OTHER_HOST })).toMatchObject({ replaces: ["initiator"] });
        await run.host.printed("`default` is none: this initiator may then log in without a password");
      });
    });

    it("unless the same run creates it again", async () => {
      const host = await made();
      await inNextRun(async (run) => {
        await run.check("IscsiCredentials", host.inputs, ARGS);
        await run.check("IscsiCredentials", {}, { ...ARGS, svm: { uuid: SVM1 } });
        await run.delete(host);
        expect(saidBy(run)).toEqual([]);
      });
    });
  });

  describe('with onRemove: "deny"', () => {
    it("leaves a row behind that denies, by one PATCH, and says so", async () => {
      const host = await made({ onRemove: "deny" });
      await inNextRun(async (run) => {
        await run.delete(host);
        await run.host.printed("its row stays on the array and denies every login (onRemove)");
        expect(saidBy(run)).toHaveLength(1);
      });
      expect(await harness.calls("objects")).toEqual(["GET sessions", `PATCH ${ROW}`]);
      expect(await rows()).toEqual({ default: "none", [HOST]: "deny" });
      expect(await harness.tryLogIn({ initiator: HOST, address: "10.0.0.5" })).toBe(403);
    });

    it("is guarded like a change to deny, and forced like a deletion", async () => {
      const host = await made({ onRemove: "deny", authenticationType: "none", chap: undefined });
      await harness.logIn({ initiator: HOST, address: "10.0.0.5" });
      await inNextRun(async (run) => {
        await expect(run.delete(host)).rejects.toThrow(/its next login would be denied[\s\S]*ONTAP_FORCE_DISCONNECT=/);
      });
      expect(await rows()).toEqual({ default: "none", [HOST]: "none" });
      await inNextRun((run) => run.delete(host), { ONTAP_FORCE_DISCONNECT: host.id });
      expect(await rows()).toEqual({ default: "none", [HOST]: "deny" });
    });

    it("is refused in the preview of a replacement by another initiator, too, unless that is forced", async () => {
      const host = await made({ onRemove: "deny", authenticationType: "none", chap: undefined });
      await harness.logIn({ initiator: HOST, address: "10.0.0.5" });
      const next = { ...host.inputs, initiator: OTHER_HOST };
      await inNextRun((run) => expect(run.preview(host, next)).rejects.toThrow(/its next login would be denied/));
      await inNextRun(async (run) => {
        await run.preview(host, { ...next, forceDisconnect: true });
        await run.delete(host);
      });
      expect(await rows()).toEqual({ default: "none", [HOST]: "deny" });
    });

    it("counts once an up has recorded it, for which nothing is sent", async () => {
      const host = await made();
      await inNextRun(async (run) => {
        const changed = await run.update(host, { ...ARGS, onRemove: "deny" });
        expect(changed.outputs).toMatchObject({ onRemove: "deny" });
        expect((await harness.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);
        // What is recorded decides, not what the program had asked for last.
        await run.delete(host);
      });
      expect(await rows()).toEqual({ default: "none" });
    });

    it("outlives a refresh", async () => {
      const host = await made({ onRemove: "deny" });
      await inNextRun(async (run) => {
        const { inputs, properties } = await run.read(host);
        expect([inputs, properties]).toEqual([
          expect.objectContaining({ onRemove: "deny" }),
          expect.objectContaining({ onRemove: "deny" }),
        ]);
      });
    });

    it("does not count where the same run creates the row again", async () => {
      const host = await made({ onRemove: "deny" });
      await inNextRun(async (run) => {
        await run.check("IscsiCredentials", host.inputs, host.inputs);
        const inputs = await run.check("IscsiCredentials", {}, host.inputs);
        await run.delete(host);
        expect(await rows()).toEqual({ default: "none" });
        await run.create("IscsiCredentials", inputs);
      });
      expect(await rows()).toEqual({ default: "none", [HOST]: "chap" });
    });

    it("does not count for the default row", async () => {
      const everybody = { initiator: "default", authenticationType: "chap", onRemove: "deny" };
      const fallback = await made(everybody);
      await inNextRun((run) => run.delete(fallback));
      expect(await rows()).toEqual({ default: "none" });
    });

    it("is satisfied where the row is gone already, and then says what decides", async () => {
      const host = await made({ onRemove: "deny" });
      await harness.byHand("DELETE", `credentials/${SVM1}/${encodeURIComponent(HOST)}`);
      await inNextRun(async (run) => {
        await run.delete(host);
        await run.host.printed("`default` is none");
      });
      expect(await rows()).toEqual({ default: "none" });
    });

    it("leaves what a later create finds: a conflict that names adopt, which takes it over with a warning", async () => {
      const host = await made({ onRemove: "deny" });
      await inNextRun((run) => run.delete(host));
      await inNextRun(async (run) => {
        await expect(run.create("IscsiCredentials", ARGS)).rejects.toThrow(
          /5374142.*adopt: true.*onRemove left denied/,
        );
        await run.create("IscsiCredentials", { ...ARGS, adopt: true });
        await run.host.printed(`this lets ${HOST} log in, who was denied before`);
      });
      expect(await rows()).toEqual({ default: "none", [HOST]: "chap" });
    });
  });

  it('with onRemove: "delete", or without it, is gone, and only what the program gives is recorded', async () => {
    const [given, left] = [await made({ onRemove: "DELETE" }), await made({ initiator: OTHER_HOST })];
    expect(given.outputs).toMatchObject({ onRemove: "delete" });
    expect(left.outputs).not.toHaveProperty("onRemove");
    await inNextRun((run) => Promise.all([run.delete(given), run.delete(left)]));
    expect(await rows()).toEqual({ default: "none" });
  });

  it("takes no other word for onRemove", async () => {
    await expect(harness.check("IscsiCredentials", {}, { ...ARGS, onRemove: "keep" })).rejects.toThrow(
      /onRemove.*"delete" or "deny"/,
    );
  });
});
