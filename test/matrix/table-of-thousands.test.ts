import { iscsiCredentialsTable } from "../../provider/resources/iscsi-credentials-table";
import { partly, TableLife } from "../provider/lifecycle/table/table-life";
import { chap, host, hosts, TABLE, table } from "../provider/table-arguments";

const MANY = 2_000;
const rows = (count: number, user = "host") => hosts(count, (n) => chap(`${user}${n}`));
const countIn = (credentials: unknown): number => Object.keys(Object(credentials)).length;

/** CPU time of this process, in milliseconds; the array is part of it. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe("A table of thousands of rows", () => {
  let life: TableLife;
  beforeAll(async () => {
    life = await TableLife.start();
  });
  afterAll(() => life.stop());
  beforeEach(() => life.arrayWith());

  test.each([
    ["the first", 1],
    ["the thousandth", 1_000],
    ["the last", MANY],
  ])("records what was created where %s fails, and goes on with that alone", async (_which, nth) => {
    const args = table(rows(MANY));
    await life.refuse("POST", "/api/protocols/san/iscsi/credentials", { match: { method: "POST", nth }, times: 1 });
    const { message, resource } = await partly(life.run().create(TABLE, args), args);
    expect(message).toMatch(
      /1 row of 2,000 failed:\n {2}- iqn\.1998-01\.com\.example:host\d+: ONTAP refused it: no room/,
    );
    expect(countIn(resource.outputs.credentials)).toBe(MANY - 1);
    await life.sent();
    const next = await life.run().update(resource, args);
    expect(await life.sent()).toMatchObject({ "POST credentials": 1 });
    expect(countIn(next.outputs.credentials)).toBe(MANY);
  });

  test("asks once for the sessions where every row changes", async () => {
    const made = await life.run().create(TABLE, table(hosts(MANY)));
    await life.array.logIn({ initiator: host(MANY), address: "10.0.0.5" });
    await life.sent();
    const wanted = table(rows(MANY));
    await expect(life.run().preview(made, wanted)).rejects.toThrow(/1 live session would be locked out/);
    expect(await life.sent()).toEqual({ "GET sessions": 1 });
  });

  test("costs no more for each of 10,000 rows than for each of 1,000", async () => {
    const costs = async (count: number): Promise<Readonly<Record<string, number>>> => {
      const args = table(rows(count));
      const run = life.run();
      const inputs = await run.check(TABLE, {}, args);
      const outputs = { ...inputs, svmName: "svm1", svmUuid: "19d04b8e-94d7-11e8-8370-005056b48fd2" };
      const made = { type: TABLE, id: outputs.svmUuid, inputs, outputs } as const;
      const changed = iscsiCredentialsTable.inputs(table(rows(count, "other")));
      return {
        check: await cpuOf(() => run.check(TABLE, inputs, args)),
        preview: await cpuOf(() => run.preview(made, args)),
        change: await cpuOf(() => run.preview(made, { ...args, credentials: changed.credentials })),
      };
    };
    await costs(1_000);
    const [few, many] = [await costs(1_000), await costs(10_000)];
    for (const [what, cpu] of Object.entries(many)) {
      // Ten times as many: about 10 where the cost is the same, 100 and more where each row looks at all others.
      expect({ what, isLinear: cpu < 40 * Math.max(few[what] ?? 0, 20) }).toEqual({ what, isLinear: true });
    }
  });

  test("is created, read and found unchanged with 10,000 rows", async () => {
    const args = table(rows(10_000));
    const made = await life.run().create(TABLE, args);
    await life.sent();
    const seen = await life.run().refresh(made);
    expect(countIn(seen?.inputs.credentials)).toBe(10_000);
    expect((await life.sent())["GET credentials"]).toBeLessThan(12);
    const cpu = await cpuOf(() => life.run().preview(made, args));
    expect(await life.sent()).toEqual({});
    expect(cpu).toBeLessThan(10_000);
  });
});
