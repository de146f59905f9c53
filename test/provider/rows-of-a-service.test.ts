import { runtime } from "@pulumi/pulumi";
import type { Bag } from "../engine/bag";
import { HOST, SVM1 } from "../names";
import { FRONTS, ProviderHarness, type Resource } from "./provider-harness";

const svm = { name: "svm1" };
const host = { svm, initiator: HOST, authenticationType: "none" };
const fallback = { svm, initiator: "default", authenticationType: "deny" };
const text = { __provider: 'exports.handler=()=>require("pulumi-ontap-iscsi/provider").IscsiCredentials' };

describe.each(FRONTS)("Credentials and the service that they go with (%s)", (front) => {
  let harness: ProviderHarness;
  let run: ProviderHarness;

  beforeAll(async () => {
    harness = await ProviderHarness.start({ front });
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.control("DELETE", "/faults");
    await harness.control("PUT", "/state", {
      svms: [{ uuid: SVM1, name: "svm1" }],
      interfaces: [{ svm, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
    });
  });
  afterEach(() => run.stopProcess());

  /** What an earlier run has created; the run to be looked at begins after it. */
  async function earlier(...all: ReadonlyArray<readonly [Resource["type"], Bag]>): Promise<readonly Resource[]> {
    const before = await harness.newProcess();
    const created: Resource[] = [];
    for (const [type, args] of all) {
      created.push(await before.create(type, args));
    }
    await before.stopProcess();
    run = await harness.newProcess();
    await harness.calls();
    return created;
  }
  const logIn = () =>
    harness.control("POST", "/sessions", {
      svm: "svm1",
      interface: "iscsi_lif1",
      initiator: HOST,
      address: "10.0.0.5",
    });
  async function carryOut(row: Resource | undefined, args: Bag): Promise<Bag> {
    const { id = "", inputs = {}, outputs = {} } = row ?? {};
    const news = await run.check("IscsiCredentials", inputs, args);
    return run.host.update("IscsiCredentials", id, { ...outputs, ...text }, { ...news, ...text });
  }
  /** How the engine asks what goes with something that is replaced. */
  const asked = (row: Resource | undefined, unknown: "svm" | "initiator") =>
    run.host.diff(
      "IscsiCredentials",
      row?.id ?? "",
      { ...row?.outputs, ...text },
      {
        ...row?.inputs,
        ...text,
        [unknown]: runtime.unknownValue,
      },
    );
  const held = async (): Promise<readonly string[]> => {
    const { credentials = [] } = await harness.control<{
      credentials?: { initiator: string; authentication_type: string }[];
    }>("GET", "/state");
    return credentials.map((row) => `${row.initiator} ${row.authentication_type}`).sort();
  };

  test("bars no live session by a row whose service is new to the program but not to the array", async () => {
    const [, row] = await earlier(["IscsiService", { svm }], ["IscsiCredentials", host]);
    await logIn();
    await run.check("IscsiService", {}, { svm });
    await expect(run.preview(row as Resource, { ...host, authenticationType: "deny" })).rejects.toThrow(
      /1 live session would be locked out/,
    );
  });

  test("looks at the write, too, where the service that a row waited for was not replaced", async () => {
    const [, row] = await earlier(["IscsiService", { svm }], ["IscsiCredentials", host]);
    const denied = { ...host, authenticationType: "deny" };
    await run.check("IscsiService", {}, { svm });
    await run.preview(row as Resource, denied);
    await logIn();
    await expect(run.create("IscsiService", { svm })).rejects.toThrow(/5374077/);
    await expect(carryOut(row, denied)).rejects.toThrow(/1 live session would be locked out/);
    expect(await held()).toEqual(["default none", `${HOST} none`]);
  });

  test("stay where something else is replaced that gives the initiator", async () => {
    const [, row] = await earlier(["IscsiService", { svm }], ["IscsiCredentials", host]);
    await logIn();
    expect(await asked(row, "initiator")).toMatchObject({ replaces: [] });
    expect(await harness.calls()).toEqual([]);
  });

  test("come back where an earlier run deleted the service and this one created it", async () => {
    const [service, row] = await earlier(["IscsiService", { svm }], ["IscsiCredentials", host]);
    // A run whose creation of the replacement failed, and to which the row was never shown.
    await run.check("IscsiService", {}, { svm });
    await run.delete(service as Resource);
    await run.stopProcess();
    run = await harness.newProcess();
    await run.create("IscsiService", { svm });
    expect(await run.preview(row as Resource, host)).toMatchObject({ changes: true });
    await carryOut(row, host);
    expect(await held()).toEqual(["default none", `${HOST} none`]);
  });

  test("are told of where they were found unchanged before the service was created anew", async () => {
    const [service, row] = await earlier(["IscsiService", { svm }], ["IscsiCredentials", host]);
    await run.delete(service as Resource);
    await run.stopProcess();
    run = await harness.newProcess();
    await run.preview(row as Resource, host);
    await run.create("IscsiService", { svm });
    await run.host.printed("found unchanged what can only be gone");
  });

  test("are not opened before a service goes that adopts and whose replacement is forced", async () => {
    const adopting = { svm, adopt: true };
    const [service, row] = await earlier(["IscsiService", adopting], ["IscsiCredentials", fallback]);
    // With --replace the engine asks no diff of the service, and checks it as if it were new.
    await run.check("IscsiService", {}, adopting);
    expect(await asked(row, "svm")).toMatchObject({ replaces: ["svm"] });
    await run.delete(row as Resource);
    expect(await held()).toEqual(["default deny"]);
    await run.delete(service as Resource);
    await run.create("IscsiService", adopting);
    await run.create("IscsiCredentials", fallback);
    expect(await held()).toEqual(["default deny"]);
  });
});
