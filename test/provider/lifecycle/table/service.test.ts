import { UNKNOWN } from "../../../../provider/schema/unknown";
import { SVM1 } from "../../../names";
import { chap, deny, host, hosts, none, TABLE, table } from "../../table-arguments";
import { type EngineRun, type Living, partly, TableLife } from "./table-life";

describe("A table and the service of its SVM", () => {
  let life: TableLife;
  let run: EngineRun;
  beforeAll(async () => {
    life = await TableLife.start();
  });
  afterAll(() => life.stop());
  beforeEach(async () => {
    await life.arrayWith([], []);
    run = life.run();
  });

  test.each([
    ["of rows", table(hosts(3))],
    ["of the default row", table({ default: deny })],
    ["that adopts", table(hosts(3), { adopt: true })],
  ])("waits for the service of the same program: one %s", async (_what, args) => {
    const creation = run.create(TABLE, args);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await run.create("IscsiService", { svm: { name: "svm1" } });
    const { outputs } = await creation;
    expect(outputs.credentials).toEqual(args.credentials);
    expect(Object.keys(await life.held())).toHaveLength(
      Object.keys({ ...Object(args.credentials), default: 1 }).length,
    );
  });

  test("fails once where no service comes", async () => {
    await expect(run.create(TABLE, table(hosts(5)))).rejects.toThrow(/5374078.*began to create no iSCSI service/);
    expect(await life.sent()).toMatchObject({ "POST credentials": 1 });
  }, 20_000);

  describe("that is replaced", () => {
    let service: Living;
    let made: Living;
    const rows = { default: deny, [host(1)]: none, [host(2)]: chap("host2") };
    beforeEach(async () => {
      service = await run.create("IscsiService", { svm: { name: "svm1" } });
      made = await run.create(TABLE, table(rows));
      run = life.run();
    });

    /** As the engine does it where the table names the SVM by itself: the table is not replaced with it. */
    async function replaced(): Promise<Living> {
      await run.check("IscsiService", service.inputs, { svm: { name: "svm1" } });
      const inputs = await run.check("IscsiService", {}, { svm: { name: "svm1" } });
      await run.delete(service);
      return run.createChecked("IscsiService", inputs);
    }

    test("comes back with all its rows", async () => {
      const inputs = await run.check("IscsiService", {}, { svm: { name: "svm1" } });
      const planned = await run.preview(made, table(rows));
      expect(planned).toMatchObject({ changes: true });
      await run.delete(service);
      await run.createChecked("IscsiService", inputs);
      expect(await life.held()).toEqual({ default: "none" });
      const { outputs } = await run.updateChecked(made, planned.inputs);
      expect(outputs).toMatchObject({ credentials: rows });
      expect(await life.held()).toEqual({ default: "deny", [host(1)]: "none", [host(2)]: "chap host2" });
    });

    test("is recorded as far as it came back, where a row fails", async () => {
      const inputs = await run.check("IscsiService", {}, { svm: { name: "svm1" } });
      const planned = await run.preview(made, table(rows));
      await run.delete(service);
      await run.createChecked("IscsiService", inputs);
      await life.fault({
        match: { method: "POST", path: "/api/protocols/", nth: 1 },
        times: 1,
        kind: "status",
        status: 500,
        code: "262145",
      });
      const { resource } = await partly(run.updateChecked(made, planned.inputs), planned.inputs);
      expect(resource.outputs.credentials).toEqual({ default: none, [host(2)]: chap("host2") });
      const next = await life.run().update(resource, table(rows));
      expect(next.outputs).toMatchObject({ credentials: rows });
      expect(await life.held()).toEqual({ default: "deny", [host(1)]: "none", [host(2)]: "chap host2" });
    });

    test("is not taken for restored where the service does not come back", async () => {
      const inputs = await run.check("IscsiService", {}, { svm: { name: "svm1" } });
      const planned = await run.preview(made, table(hosts(1)));
      await run.delete(service);
      await life.refuse("POST", "/api/protocols/san/iscsi/services");
      await expect(run.createChecked("IscsiService", inputs)).rejects.toThrow();
      await expect(run.updateChecked(made, planned.inputs)).rejects.toThrow(/5374078/);
    });

    test("goes and comes with it, where the engine asks for that since it names the service's SVM", async () => {
      const difference = await run.diff(made, { ...made.inputs, svm: UNKNOWN });
      expect(difference).toEqual({ replaces: ["svm"], deleteBeforeReplace: true });
      await run.delete(made);
      await replaced();
      const again = await run.create(TABLE, table(rows));
      expect(again.id).toBe(SVM1);
      expect(await life.held()).toEqual({ default: "deny", [host(1)]: "none", [host(2)]: "chap host2" });
    });

    test("is gone by ONTAP's word once the service is", async () => {
      await life.array.byHand("PATCH", `services/${SVM1}`, { enabled: false });
      await life.array.byHand("DELETE", `services/${SVM1}`);
      expect(await run.refresh(made)).toBeUndefined();
      await expect(run.delete(made)).resolves.toBeUndefined();
    });
  });
});
