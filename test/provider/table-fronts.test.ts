import type { Bag } from "../engine/bag";
import { SVM1 } from "../names";
import { BothFronts } from "./on-both-fronts";
import type { ProviderHarness } from "./provider-harness";
import { chap, deny, host, hosts, none, single, TABLE, table } from "./table-arguments";

const svm = { name: "svm1" };
const FIXTURE = {
  svms: [{ ...svm, uuid: SVM1 }],
  services: [{ svm }],
  interfaces: [{ svm, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
};
const rows = hosts(4, (n) => chap(`host${n}`));

/** What is wrong with arguments; the plugin names the property in the reason. */
async function refusal(harness: ProviderHarness, args: Bag): Promise<readonly string[]> {
  const { failures } = await harness.host.check(TABLE, harness.withText(TABLE, {}), harness.withText(TABLE, args));
  return failures.map(({ property, reason }) => (property === "" ? reason : `${property}: ${reason}`)).sort();
}

describe("A table is the same on both fronts", () => {
  let fronts: BothFronts;
  beforeEach(async () => {
    fronts = await BothFronts.start({ fixture: FIXTURE });
  });
  afterEach(async () => {
    expect(fronts.printed).not.toContain("canary");
    await fronts.stop();
  });

  test("where it lives without trouble", async () => {
    const { result } = await fronts.run(async (harness) => {
      const made = await harness.create(TABLE, table(rows, { unlisted: "remove", onRemove: "deny" }));
      await harness.byHand("POST", "credentials", { svm, initiator: host(9), authentication_type: "none" });
      const { inputs = {}, properties } = await harness.read(made);
      const seen = { ...made, inputs, outputs: properties };
      const changed = await harness.update(seen, table({ ...hosts(3), default: none }, { unlisted: "remove" }));
      await harness.delete(changed);
      return { made, seen, changed };
    });
    expect(result?.seen.outputs).toHaveProperty(["credentials", host(9)]);
    expect(result?.changed.outputs).not.toHaveProperty(["credentials", host(9)]);
  });

  test("where some of its rows fail", async () => {
    const { failure } = await fronts.run(async (harness) => {
      await harness.control("POST", "/faults", {
        match: { method: "POST", path: "/api/protocols/", nth: 1 },
        times: 1,
        kind: "status",
        status: 500,
        code: "262145",
        message: "canary",
      });
      return harness.create(TABLE, table(rows));
    });
    expect(failure?.message).toContain("1 row of 4 failed");
    expect(Object.keys(Object(failure?.recorded.properties?.credentials))).toEqual([host(2), host(3), host(4)]);
  });

  test("where it is refused, by its arguments, by a session, and by rows that it lacks", async () => {
    const wrong = await fronts.run((harness) => refusal(harness, table({ ...rows, "wwn.1": deny, "": none })));
    expect(wrong.result).toHaveLength(2);
    const guarded = await fronts.run(async (harness) => {
      const made = await harness.create(TABLE, table(hosts(2)));
      await harness.logIn({ initiator: host(1), address: "10.0.0.5" });
      return harness.preview(made, table(hosts(2, () => deny)));
    });
    expect(guarded.failure?.message).toContain(host(1));
    const strangers = await fronts.runInNextRun((harness) => refusal(harness, table({}, { unlisted: "remove" })));
    expect(strangers.result?.[0]).toContain(host(2));
  });

  test("where it takes over single credentials", async () => {
    await fronts.run((harness) => harness.create("IscsiCredentials", single(host(1), chap("host1"))));
    const { result } = await fronts.runInNextRun((harness) => harness.create(TABLE, table(rows, { adopt: true })));
    expect(result?.outputs).toMatchObject({ credentials: rows });
  });
});
