import { HOST, OTHER_HOST, SVM1 } from "../../../names";
import { chap, deny, none, single, TABLE, table } from "../../table-arguments";
import { type EngineRun, type Living, TableLife } from "./table-life";

describe("A table and single credentials of one stack", () => {
  let life: TableLife;
  let run: EngineRun;
  beforeAll(async () => {
    life = await TableLife.start();
  });
  afterAll(() => life.stop());
  beforeEach(() => life.arrayWith());

  /** What an earlier run has created; the run to be looked at begins after it. */
  async function earlier(...all: ReadonlyArray<readonly [Living["type"], object]>): Promise<Living[]> {
    const before = life.run();
    const created: Living[] = [];
    for (const [type, args] of all) {
      created.push(await before.create(type, { ...args }));
    }
    await nextRun();
    return created;
  }
  const nextRun = async (): Promise<void> => {
    run = life.run();
    await life.sent();
  };
  const existing = (resource: Living | undefined): Living => {
    if (resource === undefined) {
      throw new Error("there is no such resource");
    }
    return resource;
  };
  const writes = async () => Object.keys(await life.sent()).filter((call) => !call.startsWith("GET"));

  test("moves singles into a new table with adopt: one list, one PATCH for CHAP, nothing deleted", async () => {
    const [first, second] = await earlier(
      ["IscsiCredentials", single(HOST, chap("host1"))],
      ["IscsiCredentials", single(OTHER_HOST, none)],
    );
    const rows = { [HOST]: chap("host1"), [OTHER_HOST]: none };
    await run.check(TABLE, {}, table(rows, { adopt: true }));
    expect(await life.sent()).toEqual({ "GET credentials": 1 });
    const moved = await run.create(TABLE, table(rows, { adopt: true }));
    expect(moved.outputs).toMatchObject({ credentials: rows });
    expect(await life.sent()).toEqual({ "GET credentials": 1, "PATCH credentials": 1 });
    await run.delete(existing(first));
    await run.delete(existing(second));
    expect(await life.sent()).toEqual({});
    expect(await life.held()).toMatchObject({ [HOST]: "chap host1", [OTHER_HOST]: "none" });
  });

  test("leaves the singles' rows alone in a later run, too, where the first one ended before their turn", async () => {
    const [first] = await earlier(["IscsiCredentials", single(HOST, chap("host1"))]);
    const rows = { [HOST]: chap("host1") };
    const moved = await run.create(TABLE, table(rows, { adopt: true }));
    await nextRun();
    await run.preview(moved, table(rows, { adopt: true }));
    await run.delete(existing(first));
    expect(await life.sent()).toEqual({});
    expect(await life.held()).toHaveProperty([HOST]);
  });

  test.each([
    ["by adoption", { adopt: true }],
    ["as drift that it claims", { unlisted: "remove" }],
  ])(
    "takes a single into a table that is there, %s, and leaves its row alone when the single goes",
    async (_way, more) => {
      const [made, lone] = await earlier(
        [TABLE, table({ [OTHER_HOST]: none }, more)],
        ["IscsiCredentials", single(HOST, none)],
      );
      const seen = existing(await run.refresh(existing(made)));
      const grown = await run.update(seen, table({ [OTHER_HOST]: none, [HOST]: none }, more));
      await life.sent();
      await run.delete(existing(lone));
      expect(await life.sent()).toEqual({});
      await nextRun();
      await run.preview(grown, table({ [OTHER_HOST]: none, [HOST]: none }, more));
      await run.delete(existing(lone));
      expect(await life.held()).toHaveProperty([HOST]);
    },
  );

  test("leaves a row alone that it made in the place of a lost one, when the single that had that goes", async () => {
    const [lone] = await earlier(["IscsiCredentials", single(HOST, none)]);
    await life.array.byHand("DELETE", `credentials/${SVM1}/${HOST}`);
    await run.create(TABLE, table({ [HOST]: none }));
    await run.delete(existing(lone));
    expect(await life.held()).toHaveProperty([HOST]);
  });

  test.each([
    ["the single first", ["single", "table"]],
    ["the table first", ["table", "single"]],
  ])("gives a row to a single with adopt, and deletes nothing: %s", async (_what, order) => {
    const [made] = await earlier([TABLE, table({ [HOST]: none, [OTHER_HOST]: none }, { adopt: true })]);
    await run.check("IscsiCredentials", {}, single(HOST, none, { adopt: true }));
    for (const turn of order) {
      await (turn === "single"
        ? run.create("IscsiCredentials", single(HOST, none, { adopt: true }))
        : run.update(existing(made), table({ [OTHER_HOST]: none }, { adopt: true })));
    }
    expect(await writes()).toEqual([]);
    expect(await life.held()).toMatchObject({ [HOST]: "none", [OTHER_HOST]: "none" });
  });

  test("gives all rows to singles when the table goes, and tells of it once", async () => {
    const [made] = await earlier([TABLE, table({ [HOST]: none, [OTHER_HOST]: none })]);
    for (const initiator of [HOST, OTHER_HOST]) {
      await run.create("IscsiCredentials", single(initiator, none, { adopt: true }));
    }
    await run.delete(existing(made));
    expect(life.array.warnings.filter((line) => line.includes("left on the array"))).toEqual([
      `the iSCSI credentials of SVM svm1: ${HOST}, ${OTHER_HOST} are left on the array, since other resources of this stack manage them`,
    ]);
    expect(await writes()).toEqual([]);
    expect(await life.held()).toMatchObject({ [HOST]: "none", [OTHER_HOST]: "none" });
  });

  test("does not remove the row of a single as one that the table lacks", async () => {
    const [made, lone] = await earlier(
      [TABLE, table({ [OTHER_HOST]: none }, { unlisted: "remove" })],
      ["IscsiCredentials", single(HOST, deny)],
    );
    const seen = existing(await run.refresh(existing(made)));
    await run.preview(existing(lone), single(HOST, deny));
    await run.update(seen, table({ [OTHER_HOST]: none }, { unlisted: "remove" }));
    expect(life.array.warnings).toEqual([
      `the iSCSI credentials of SVM svm1: ${HOST} is left on the array, since other resources of this stack manage it`,
    ]);
    expect(await life.held()).toMatchObject({ [HOST]: "deny" });
  });
});
