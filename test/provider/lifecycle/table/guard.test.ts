import { SVM1 } from "../../../names";
import { chap, deny, host, hosts, none, single, TABLE, table } from "../../table-arguments";
import { type EngineRun, type Living, TableLife } from "./table-life";

const LOCKED_OUT = /would be locked out at the next login/;

describe("The session guard of a table", () => {
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

  const logIn = (n: number) => life.array.logIn({ initiator: host(n), address: "10.0.0.5" });
  /** What an earlier run created, with a session of the first host. */
  async function earlier(type: Living["type"], args: object): Promise<Living> {
    const made = await life.run().create(type, { ...args });
    await life.sent();
    return made;
  }

  test("refuses the whole change in the preview for one row, and names that alone", async () => {
    const made = await earlier(TABLE, table(hosts(50)));
    await logIn(7);
    const refused = run.preview(made, table(hosts(50, () => deny)));
    await expect(refused).rejects.toThrow(
      /1 live session would be locked out.*\n {2}- iqn\.1998-01\.com\.example:host7 from 10\.0\.0\.5/,
    );
    expect(await life.sent()).toEqual({ "GET sessions": 1 });
  });

  test.each([
    ["all rows", true, true],
    ["that row", [host(1)], true],
    ["another row", [host(2)], false],
  ])("lets the change pass where forceDisconnect names %s: %j", async (_what, forceDisconnect, passes) => {
    const made = await earlier(TABLE, table(hosts(2)));
    await logIn(1);
    const changed = run.update(
      made,
      table(
        hosts(2, () => deny),
        { forceDisconnect },
      ),
    );
    await (passes ? expect(changed).resolves.toBeDefined() : expect(changed).rejects.toThrow(LOCKED_OUT));
    expect(await life.held()).toMatchObject({
      [host(1)]: passes ? "deny" : "none",
      [host(2)]: passes ? "deny" : "none",
    });
  });

  test("looks at nobody where rows only rotate their passwords", async () => {
    const made = await earlier(TABLE, table(hosts(5, () => chap("host"))));
    await run.update(made, table(hosts(5, () => chap("host", "another-password"))));
    expect(await life.sent()).toEqual({ "PATCH credentials": 5 });
  });

  test("asks once for the sessions and once for the default row, however many rows go", async () => {
    const made = await earlier(TABLE, table(hosts(300)));
    await logIn(1);
    await logIn(2);
    await run.preview(made, table(hosts(10, () => none, 291)));
    expect(await life.sent()).toEqual({ "GET sessions": 1, "GET credentials": 1 });
  });

  test.each([
    ["goes, and the default row is to deny", { default: deny }],
    ["goes, and the default row is to ask for CHAP", { default: chap("all") }],
  ])("refuses where a host's row %s", async (_what, rows) => {
    const made = await earlier(TABLE, table({ default: none, [host(1)]: none }));
    await logIn(1);
    await expect(run.preview(made, table(rows))).rejects.toThrow(LOCKED_OUT);
  });

  test("judges the default row of the table by who has no row", async () => {
    const made = await earlier(TABLE, table({ default: none, [host(1)]: none }));
    await logIn(1);
    await run.preview(made, table({ default: deny, [host(1)]: none }));
    await logIn(2);
    await expect(run.preview(made, table({ default: deny, [host(1)]: none }))).rejects.toThrow(
      /host2 .*by the change of default/,
    );
  });

  test.each([
    ["a new table", false],
    ["a change of a table", true],
  ])("judges who gets a row before the default row changes by that row: %s", async (_what, isChange) => {
    const made = isChange ? await earlier(TABLE, table({ [host(9)]: none })) : undefined;
    const to = (rows: Parameters<typeof table>[0]) => {
      const wanted = table({ [host(9)]: none, ...rows, default: deny });
      return made === undefined ? life.run().create(TABLE, wanted) : life.run().update(made, wanted);
    };
    await logIn(1);
    await expect(to({ [host(1)]: chap("host1") })).rejects.toThrow(
      /host1 .*its new credential would apply: it logged in without CHAP/,
    );
    await expect(to({ [host(1)]: deny })).rejects.toThrow(LOCKED_OUT);
    await expect(to({ [host(2)]: none })).rejects.toThrow(LOCKED_OUT);
    expect(await life.held()).toMatchObject({ default: "none" });
    await to({ [host(1)]: none });
    expect(await life.held()).toEqual({ default: "deny", [host(1)]: "none", [host(9)]: "none" });
  });

  test("lets the default row hit the sessions of initiators that forceDisconnect names, and no others", async () => {
    const made = await earlier(TABLE, table({ [host(9)]: none }));
    await logIn(1);
    await logIn(2);
    const denied = (...names: readonly string[]) =>
      life.run().update(made, table({ [host(9)]: none, default: deny }, { forceDisconnect: names }));
    await expect(denied(host(1))).rejects.toThrow(/1 live session would be locked out.*\n {2}- .*host2 /);
    await denied(host(1), host(2));
    expect(await life.held()).toEqual({ default: "deny", [host(9)]: "none" });
  });

  test("refuses in the preview of an update what it would adopt and change, and says what it adopts", async () => {
    const there = [1, 2].map((n) => ({ initiator: host(n), authentication_type: "none" }));
    await life.arrayWith([...there, { initiator: host(3), authentication_type: "deny" }]);
    const made = await earlier(TABLE, table({ [host(9)]: none }, { adopt: true }));
    const adopting = (rows: Parameters<typeof table>[0], more: object = {}) =>
      life.run().preview(made, table({ [host(9)]: none, ...rows }, { adopt: true, ...more }));
    await logIn(1);
    await life.sent();
    life.array.notes.length = 0;
    const denied = { [host(1)]: deny, [host(3)]: deny, [host(4)]: none };
    await expect(adopting(denied)).rejects.toThrow(/1 live session would be locked out.*\n {2}- .*host1 /);
    expect(await life.sent()).toEqual({ "GET sessions": 1, "GET credentials": 1 });
    await adopting(denied, { forceDisconnect: [host(1)] });
    expect(life.array.notes).toEqual([
      `IscsiCredentialsTable: the iSCSI credentials of SVM svm1: 2 of its new rows exist and are adopted: ${host(1)}, ${host(3)}; 1 is created`,
    ]);
    await adopting({ [host(1)]: none, [host(2)]: deny });
  });

  test("leaves the default row to who was to get a row before it and did not", async () => {
    const made = await earlier(TABLE, table({ [host(9)]: none }));
    await logIn(1);
    await life.refuse("POST", "/api/protocols/san/iscsi/credentials");
    const wanted = table({ [host(9)]: none, [host(1)]: none, default: deny });
    await expect(run.update(made, wanted)).rejects.toThrow(/host1/);
    expect(await life.held()).toEqual({ default: "none", [host(9)]: "none" });
    await life.mend();
  });

  test.each([
    ["the table first", ["table", "default"]],
    ["the default row first", ["default", "table"]],
  ])("judges the table's rows with a single default row of the same run: %s", async (_what, [first]) => {
    const made = await earlier(TABLE, table({ [host(1)]: none }));
    const fallback = await earlier("IscsiCredentials", single("default", none));
    await logIn(1);
    const loses = () => run.preview(made, table({}));
    const denies = () => run.preview(fallback, single("default", deny));
    const [one, other] = first === "table" ? [loses, denies] : [denies, loses];
    await one();
    await expect(other()).rejects.toThrow(LOCKED_OUT);
  });

  test.each([
    ["the table first", true],
    ["the single first", false],
  ])(
    "judges the table's default row with a single that is replaced in the same run: %s",
    async (_what, isTableFirst) => {
      const made = await earlier(TABLE, table({ default: none }));
      const lone = await earlier("IscsiCredentials", single(host(1), none));
      await logIn(1);
      const denies = () => run.preview(made, table({ default: deny }));
      const leaves = () => run.preview(lone, single(host(2), none));
      const [one, other] = isTableFirst ? [denies, leaves] : [leaves, denies];
      await one();
      await expect(other()).rejects.toThrow(LOCKED_OUT);
    },
  );

  test("judges what a create adopts and removes together", async () => {
    await life.arrayWith([{ initiator: host(1), authentication_type: "none" }]);
    await logIn(1);
    const args = table({ default: deny }, { adopt: true, unlisted: "remove" });
    await expect(run.create(TABLE, args)).rejects.toThrow(LOCKED_OUT);
    expect(await life.held()).toEqual({ default: "none", [host(1)]: "none" });
  });

  test("looks at rows that a refresh found and that are to go", async () => {
    await life.array.byHand("PATCH", `credentials/${SVM1}/default`, { authentication_type: "deny" });
    const made = await earlier(TABLE, table({}, { unlisted: "remove" }));
    await life.array.byHand("POST", "credentials", {
      svm: { name: "svm1" },
      initiator: host(1),
      authentication_type: "none",
    });
    await logIn(1);
    const seen = (await run.refresh(made)) ?? made;
    await expect(life.run().preview(seen, table({}, { unlisted: "remove" }))).rejects.toThrow(LOCKED_OUT);
  });

  test("looks again at the write where another one came in between", async () => {
    const made = await earlier(TABLE, table(hosts(2)));
    const wanted = table({ [host(1)]: deny, [host(2)]: deny });
    const { inputs } = await run.preview(made, wanted);
    await run.create("IscsiCredentials", single(host(9), none));
    await logIn(1);
    await life.sent();
    await expect(run.updateChecked(made, inputs)).rejects.toThrow(LOCKED_OUT);
    expect(await life.sent()).toEqual({ "GET sessions": 1 });
  });

  test("looks before the whole table goes, which the environment can allow", async () => {
    const made = await earlier(TABLE, table({ default: deny, [host(1)]: none }));
    await logIn(1);
    await expect(run.delete(made)).rejects.toThrow(
      new RegExp(`host1 .*the default credential would apply.*ONTAP_FORCE_DISCONNECT=${SVM1}`, "s"),
    );
    expect(await life.held()).toEqual({ default: "deny", [host(1)]: "none" });
    await life.run({ ONTAP_FORCE_DISCONNECT: SVM1 }).delete(made);
    expect(await life.held()).toEqual({ default: "none" });
  });

  test("looks before the rows are left to deny", async () => {
    const made = await earlier(TABLE, table({ [host(1)]: none }, { onRemove: "deny" }));
    await logIn(1);
    await expect(run.preview(made, table({}, { onRemove: "deny" }))).rejects.toThrow(LOCKED_OUT);
    await expect(run.delete(made)).rejects.toThrow(LOCKED_OUT);
    await life.array.logOut();
    await run.delete(made);
    expect(await life.held()).toEqual({ default: "none", [host(1)]: "deny" });
  });

  test("restores the default row only to none, and only where it was none", async () => {
    const made = await earlier(TABLE, table({ default: chap("all") }));
    await run.update(made, table({}));
    expect(await life.held()).toEqual({ default: "none" });
    await life.array.byHand("PATCH", `credentials/${SVM1}/default`, { authentication_type: "deny" });
    const second = await earlier(TABLE, table({ default: chap("all") }));
    await life.run().delete(second);
    expect(await life.held()).toEqual({ default: "chap all" });
    expect(life.array.warnings.join()).toMatch(/stays as it is \(chap\), since it was deny before/);
  });

  test("warns of what a changed row lets in", async () => {
    const made = await earlier(TABLE, table(hosts(2, () => deny)));
    await run.preview(made, table(hosts(2)));
    expect(life.array.warnings).toEqual([expect.stringMatching(/host1: this opens.*host2: this opens/)]);
  });
});
