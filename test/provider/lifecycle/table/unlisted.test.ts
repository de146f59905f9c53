import { UNKNOWN } from "../../../../provider/schema/unknown";
import { HOST, OTHER_HOST, SVM1 } from "../../../names";
import { chap, deny, none, single, TABLE, table } from "../../table-arguments";
import { type EngineRun, type Living, TableLife } from "./table-life";

const THEIRS = "iqn.1998-01.com.example:theirs";
const theirs = { initiator: THEIRS, authentication_type: "none" };
const remove = { unlisted: "remove" };

describe("Rows on the SVM that a table lacks", () => {
  let life: TableLife;
  let run: EngineRun;
  beforeAll(async () => {
    life = await TableLife.start();
  });
  afterAll(() => life.stop());
  beforeEach(async () => {
    await life.arrayWith();
    run = life.run();
  });

  const refreshed = async (resource: Living): Promise<Living> => {
    const seen = await run.refresh(resource);
    if (seen === undefined) {
      throw new Error("it is gone");
    }
    await life.sent();
    return seen;
  };
  const byHand = (initiator: string) =>
    life.array.byHand("POST", "credentials", { svm: { name: "svm1" }, initiator, authentication_type: "none" });

  test("are kept where nothing else is said, and are no drift", async () => {
    await life.arrayWith([theirs]);
    const made = await run.create(TABLE, table({ [HOST]: none }));
    const seen = await refreshed(made);
    expect(seen.inputs).toEqual(made.inputs);
    await run.delete(await run.update(seen, table({})));
    expect(await life.held()).toEqual({ default: "none", [THEIRS]: "none" });
  });

  test("let a create that would remove them fail, in the preview and at the write, and are listed", async () => {
    await life.arrayWith([theirs]);
    const args = table({ [HOST]: none }, remove);
    const message = /1 row that the table lacks: iqn\.1998-01\.com\.example:theirs.*adopt: true/;
    await expect(run.check(TABLE, {}, args)).rejects.toThrow(message);
    expect(await life.sent()).toMatchObject({ "GET credentials": 1 });
    await life.arrayWith();
    const late = life.run();
    const inputs = await late.check(TABLE, {}, args);
    await byHand(THEIRS);
    await expect(late.createChecked(TABLE, inputs)).rejects.toThrow(message);
    expect(await life.held()).toEqual({ default: "none", [THEIRS]: "none" });
  });

  test("are removed by a create with adopt, which the preview announces by name, passwords known or not", async () => {
    await life.arrayWith([theirs, { ...theirs, initiator: HOST }]);
    const unknown = { ...chap("host1"), chap: { inbound: { user: "host1", password: UNKNOWN } } };
    await life.run().check(TABLE, {}, table({ [HOST]: unknown, [OTHER_HOST]: none }, { ...remove, adopt: true }));
    expect(life.array.notes).toEqual([
      `IscsiCredentialsTable: the iSCSI credentials of SVM svm1: 1 of its rows exists and is adopted: ${HOST}; 1 is created; 1 that it lacks is removed: ${THEIRS}`,
    ]);
    await run.create(TABLE, table({ [HOST]: none, [OTHER_HOST]: none }, { ...remove, adopt: true }));
    expect(await life.held()).toEqual({ default: "none", [HOST]: "none", [OTHER_HOST]: "none" });
  });

  test("are drift by their names, and go with the next up: one DELETE each", async () => {
    const made = await run.create(TABLE, table({ [HOST]: none }, remove));
    await byHand(THEIRS);
    const seen = await refreshed(made);
    expect(seen.inputs).toMatchObject({ credentials: { [HOST]: none, [THEIRS]: none } });
    // The engine finds drift by comparing outputs.
    expect(seen.outputs).toMatchObject({ credentials: { [HOST]: none, [THEIRS]: none } });
    const next = await life.run().update(seen, table({ [HOST]: none }, remove));
    expect(await life.sent()).toMatchObject({ "DELETE credentials": 1 });
    expect(await life.held()).toEqual({ default: "none", [HOST]: "none" });
    expect((await refreshed(next)).inputs).toEqual(made.inputs);
  });

  test("become rows of the table where the program takes them in: one PATCH, or none where they are alike", async () => {
    const made = await run.create(TABLE, table({}, remove));
    await byHand(THEIRS);
    const seen = await refreshed(made);
    const same = await life.run().update(seen, table({ [THEIRS]: none }, remove));
    expect(await life.sent()).not.toHaveProperty(["POST credentials"]);
    expect(same.outputs).toMatchObject({ credentials: { [THEIRS]: none } });
    await life.run().update(seen, table({ [THEIRS]: chap("theirs") }, remove));
    expect(await life.held()).toEqual({ default: "none", [THEIRS]: "chap theirs" });
  });

  test("are not removed by a program that goes over to remove: only after a refresh has shown them", async () => {
    await life.arrayWith([theirs]);
    const made = await run.create(TABLE, table({ [HOST]: none }));
    await life.sent();
    const over = await run.update(made, table({ [HOST]: none }, remove));
    expect(await life.sent()).toEqual({});
    const again = await life.run().update(over, table({ [HOST]: none }, remove));
    expect(await life.sent()).toEqual({});
    expect((await refreshed(again)).inputs).toHaveProperty(["credentials", THEIRS]);
  });

  test("that a refresh has shown are forgotten once the program keeps them", async () => {
    const made = await run.create(TABLE, table({ [HOST]: none }, remove));
    await byHand(THEIRS);
    const seen = await refreshed(made);
    const kept = await life.run().update(seen, table({ [HOST]: none }, { unlisted: "keep" }));
    const back = await life.run().update(kept, table({ [HOST]: none }, remove));
    await life.run().update(back, table({ [HOST]: deny }, remove));
    expect(await life.sent()).toEqual({ "GET sessions": 1, "PATCH credentials": 1 });
    expect(await life.held()).toHaveProperty([THEIRS]);
  });

  test("stay as deny where removals leave that, and are then no drift any more", async () => {
    const args = table({ [HOST]: none, [OTHER_HOST]: chap("other") }, { ...remove, onRemove: "deny" });
    const made = await run.create(TABLE, args);
    const less = await run.update(made, table({ [HOST]: none }, { ...remove, onRemove: "deny" }));
    await byHand(THEIRS);
    const seen = await refreshed(less);
    expect(Object.keys(Object(seen.inputs.credentials)).sort()).toEqual([HOST, THEIRS].sort());
    const next = await life.run().update(seen, table({ [HOST]: none }, { ...remove, onRemove: "deny" }));
    expect(await life.held()).toEqual({ default: "none", [HOST]: "none", [OTHER_HOST]: "deny", [THEIRS]: "deny" });
    const last = await refreshed(next);
    expect(last.inputs).toEqual(next.inputs);
    await life.sent();
    await life.run().delete(last);
    expect(await life.held()).toMatchObject({ [HOST]: "deny", [OTHER_HOST]: "deny" });
  });

  test("do not go with the table, though a refresh has shown them", async () => {
    const made = await run.create(TABLE, table({ [HOST]: none }, remove));
    await byHand(THEIRS);
    await life.run().delete(await refreshed(await refreshed(made)));
    expect(await life.held()).toEqual({ default: "none", [THEIRS]: "none" });
  });

  test("are never default", async () => {
    const made = await run.create(TABLE, table({ [HOST]: none }, { ...remove, adopt: true }));
    await life.array.byHand("PATCH", `credentials/${SVM1}/default`, { authentication_type: "deny" });
    const seen = await refreshed(made);
    expect(seen.inputs).toEqual(made.inputs);
    await run.update(seen, table({}, remove));
    expect(await life.held()).toEqual({ default: "deny" });
  });

  test("are none of the table's that another owner removed meanwhile: that is success", async () => {
    const made = await run.create(TABLE, table({}, remove));
    await byHand(THEIRS);
    const seen = await refreshed(made);
    await life.array.byHand("DELETE", `credentials/${SVM1}/${THEIRS}`);
    expect((await life.run().update(seen, table({}, remove))).outputs).toMatchObject({ credentials: {} });
  });

  test("are forgotten where they went with a replaced service: what is called so later, no refresh has shown", async () => {
    const service = await run.create("IscsiService", { svm: { name: "svm1" }, adopt: true });
    const args = table({ [HOST]: none }, remove);
    const made = await run.create(TABLE, args);
    await byHand(THEIRS);
    const seen = await refreshed(made);
    const replacing = life.run();
    const created = await replacing.check("IscsiService", {}, { svm: { name: "svm1" } });
    await replacing.delete(service);
    await replacing.preview(seen, args);
    await replacing.createChecked("IscsiService", created);
    const restored = await replacing.update(seen, args);
    await byHand(THEIRS);
    await life.run().update(restored, table({ [HOST]: none, [OTHER_HOST]: none }, remove));
    expect(await life.held()).toMatchObject({ [HOST]: "none", [OTHER_HOST]: "none", [THEIRS]: "none" });
  });

  test("are told from a single credential of the program by nothing but its name in the preview", async () => {
    await run.create("IscsiCredentials", single(THEIRS, none));
    await expect(life.run().check(TABLE, {}, table({}, remove))).rejects.toThrow(THEIRS);
  });
});
