import { setTimeout as sleep } from "node:timers/promises";
import { partly, TableLife } from "../provider/lifecycle/table/table-life";
import { chap, deny, host, hosts, TABLE, table } from "../provider/table-arguments";

/** Longer than a look at the sessions holds. */
const LONG_MS = 16_000;

describe("A change of a table that takes longer than a look at the sessions holds", () => {
  let life: TableLife;
  beforeAll(async () => {
    life = await TableLife.start();
  });
  afterAll(() => life.stop());

  test("looks again before default decides, and leaves it where a host has logged in meanwhile", async () => {
    await life.arrayWith();
    const made = await life
      .run()
      .create(TABLE, table({ ...hosts(1, () => chap("host")), default: { authenticationType: "none" } }));
    const args = table({ ...hosts(1, () => chap("host", "another-password")), default: deny });
    await life.fault({ kind: "latency", ms: LONG_MS, match: { method: "PATCH" } });
    const change = partly(life.run().update(made, args), args);
    // The first look is over long before the change is.
    await sleep(LONG_MS / 4);
    await life.array.logIn({ initiator: host(9), address: "10.0.0.9" });
    const { message } = await change;
    expect(message).toContain(host(9));
    expect(await life.held()).toMatchObject({ default: "none" });
  });
});
