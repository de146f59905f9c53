import { chap, deny, host, hosts, TABLE, table } from "../../table-arguments";
import { partly, TableLife } from "./table-life";

const CREDENTIALS = "/api/protocols/san/iscsi/credentials";

describe("A row of a table whose request gets no response", () => {
  let life: TableLife;
  beforeAll(async () => {
    life = await TableLife.start();
  });
  afterAll(() => life.stop());
  beforeEach(() => life.arrayWith());

  const lose = (method: string, more: object = {}) =>
    life.fault({ match: { method, path: CREDENTIALS, ...more }, times: 1, kind: "loseReply" });

  test("is in conflict where nobody looked before, and the others are recorded", async () => {
    await lose("POST", { nth: 2 });
    const args = table(hosts(3));
    const { message, resource } = await partly(life.run().create(TABLE, args), args);
    expect(message).toMatch(/1 row of 3 failed:\n {2}- \S+: .*nobody looked before/);
    expect(Object.keys(Object(resource.outputs.credentials))).toHaveLength(2);
    await expect(life.run().update(resource, args)).rejects.toThrow(/5374142/);
    const adopted = await life.run().update(resource, table(hosts(3), { adopt: true }));
    expect(Object.keys(Object(adopted.outputs.credentials))).toHaveLength(3);
  });

  test("is ours with adopt, where the list showed it absent, and its password is sent again", async () => {
    await lose("POST");
    const args = table({ [host(1)]: chap("host1") }, { adopt: true });
    const { outputs } = await life.run().create(TABLE, args);
    expect(outputs).toMatchObject({ credentials: { [host(1)]: chap("host1") } });
    expect(await life.sent()).toMatchObject({ "POST credentials": 1, "PATCH credentials": 1 });
  });

  describe("and of which no look tells", () => {
    /** Loses the reply to a POST of one row, of which no GET tells whether it is there. */
    async function unsettled(rows: number) {
      const path = `/initiator=${host(rows).replaceAll(".", "\\.")}|${host(rows).replaceAll(".", "\\.")}$/`;
      const args = table(hosts(rows), { adopt: true });
      await lose("POST", { nth: rows });
      await life.refuse("GET", path);
      const failed = await partly(life.run().create(TABLE, args), args);
      await life.mend();
      await life.sent();
      return { ...failed, args };
    }

    test.each([1, 3])("is noted, of %d rows, and finished by the next up", async (rows) => {
      const { message, resource, args } = await unsettled(rows);
      expect(message).toContain("1 row of");
      expect(resource.id).toMatch(/^19d04b8e/);
      expect(resource.outputs).toMatchObject({ __meta: { rows: { unconfirmed: [host(rows)] } } });
      const next = await life.run().update(resource, args);
      expect(Object.keys(Object(next.outputs.credentials))).toHaveLength(rows);
      expect(JSON.stringify(next.outputs)).not.toContain("unconfirmed");
      expect(await life.sent()).not.toHaveProperty(["POST credentials"]);
    });

    test("is in conflict where something else is there by then", async () => {
      const { resource } = await unsettled(2);
      await life.array.byHand("PATCH", `credentials/${resource.id}/${host(2)}`, { authentication_type: "deny" });
      await expect(life.run().update(resource, table(hosts(2)))).rejects.toThrow(/never learned whether it created it/);
    });

    test("is named once the program has it no more", async () => {
      const { resource } = await unsettled(2);
      await life.run().update(resource, table(hosts(1, () => deny)));
      expect(life.array.warnings).toEqual([expect.stringContaining(`whether it created the rows of ${host(2)}`)]);
    });
  });

  test("is changed and deleted all the same", async () => {
    const made = await life.run().create(TABLE, table(hosts(2)));
    await lose("PATCH");
    const changed = await life.run().update(made, table(hosts(2, () => chap("other"))));
    expect(await life.held()).toMatchObject({ [host(1)]: "chap other", [host(2)]: "chap other" });
    await lose("DELETE");
    await life.run().delete(changed);
    expect(await life.held()).toEqual({ default: "none" });
  });
});
