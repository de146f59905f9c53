import { chap, deny, host, hosts, none, TABLE, table } from "../../table-arguments";
import { partly, TableLife } from "./table-life";

const MANY = 200;
const rowPath = (n: number) => `/\\/credentials\\/[^/]+\\/${host(n).replaceAll(".", "\\.")}$/`;
const namesIn = (values: unknown): string[] => Object.keys(Object(values));

describe("A table of which some rows fail", () => {
  let life: TableLife;
  beforeAll(async () => {
    life = await TableLife.start();
  });
  afterAll(() => life.stop());
  beforeEach(() => life.arrayWith());

  test.each([
    ["the first", 1],
    ["one in the middle", 100],
    ["the last", MANY],
  ])("records what was created where %s of many fails, and goes on with that alone", async (_which, nth) => {
    const args = table(hosts(MANY));
    await life.refuse("POST", "/api/protocols/san/iscsi/credentials", { match: { method: "POST", nth }, times: 1 });
    const { message, resource } = await partly(life.run().create(TABLE, args), args);
    expect(message).toMatch(
      /1 row of 200 failed:\n {2}- iqn\.1998-01\.com\.example:host\d+: ONTAP refused it: no room \(code 262145/,
    );
    expect(namesIn(resource.outputs.credentials)).toHaveLength(MANY - 1);
    expect(await life.sent()).toEqual({ "POST credentials": MANY });
    const next = await life.run().update(resource, args);
    expect(await life.sent()).toMatchObject({ "POST credentials": 1 });
    expect(namesIn(next.outputs.credentials).sort()).toEqual(namesIn(args.credentials).sort());
    expect(await life.sent()).toEqual({});
  });

  test("names 20 of those that fail, and counts the rest", async () => {
    const args = table(hosts(60, (n) => (n > 10 ? chap(`host${n}`) : none)));
    const made = await life.run().create(TABLE, args);
    await life.sent();
    await life.refuse("PATCH", "/api/protocols/");
    const all = life.run().update(made, table(hosts(60, (n) => (n > 10 ? chap(`other${n}`) : none))));
    const message = await all.then(String, String);
    expect(message).toMatch(/50 rows of 50 failed/);
    expect(message.match(/ {2}- iqn/g)).toHaveLength(20);
    expect(message).toContain("  - and 30 more");
    expect(message).not.toContain("canary-of-a-row");
    expect(await life.sent()).toMatchObject({ "PATCH credentials": 50 });
  });

  test("records nothing of a creation of which all rows fail", async () => {
    await life.refuse("POST", "/api/protocols/");
    await expect(partly(life.run().create(TABLE, table(hosts(3))), {})).rejects.toThrow(
      /did not fail half-way.*3 rows of 3/s,
    );
    expect(await life.held()).toEqual({ default: "none" });
  });

  test("keeps what was recorded of rows that fail to change, and of those that fail to go", async () => {
    const made = await life.run().create(TABLE, table(hosts(4)));
    await life.refuse("PATCH", rowPath(1));
    await life.refuse("DELETE", rowPath(4));
    const wanted = table({ [host(1)]: deny, [host(2)]: deny, [host(3)]: none });
    const { message, resource } = await partly(life.run().update(made, wanted), wanted);
    expect(message).toMatch(/2 rows of 3 failed/);
    expect(resource.outputs).toMatchObject({
      credentials: { [host(1)]: none, [host(2)]: deny, [host(3)]: none, [host(4)]: none },
    });
    await life.mend();
    await life.sent();
    await life.run().update(resource, wanted);
    expect(await life.sent()).toMatchObject({ "PATCH credentials": 1, "DELETE credentials": 1 });
    expect(await life.held()).toEqual({ default: "none", [host(1)]: "deny", [host(2)]: "deny", [host(3)]: "none" });
  });

  test("goes on with the rest of a deletion when it is run again", async () => {
    const made = await life.run().create(TABLE, table(hosts(5)));
    await life.refuse("DELETE", rowPath(3));
    await expect(life.run().delete(made)).rejects.toThrow(/1 row of 5 failed:\n {2}- \S+host3: /);
    expect(await life.held()).toEqual({ default: "none", [host(3)]: "none" });
    await life.mend();
    await life.run().delete(made);
    expect(await life.held()).toEqual({ default: "none" });
  });

  test("records no row that it failed to adopt, and adopts it next time", async () => {
    const there = [1, 2].map((n) => ({ initiator: host(n), authentication_type: "none" }));
    await life.arrayWith(there);
    await life.refuse("PATCH", rowPath(1));
    const args = table(
      hosts(3, () => deny),
      { adopt: true },
    );
    const { resource } = await partly(life.run().create(TABLE, args), args);
    expect(namesIn(resource.outputs.credentials)).toEqual([host(2), host(3)]);
    await life.mend();
    const next = await life.run().update(resource, args);
    expect(namesIn(next.outputs.credentials)).toEqual([host(1), host(2), host(3)]);
    expect(await life.held()).toMatchObject({ [host(1)]: "deny" });
  });

  test("leaves the default row as it is where a row fails, and every row that is to go where the default row fails", async () => {
    const made = await life.run().create(TABLE, table({ default: deny, [host(1)]: deny, [host(2)]: deny }));
    const opened = table({ default: none, [host(2)]: deny, [host(3)]: deny });
    await life.refuse("POST", "/api/protocols/");
    const first = await partly(life.run().update(made, opened), opened).catch((error: Error) => error);
    expect(String(first)).toMatch(/1 row of 3 failed.*2 were not tried/s);
    expect(await life.held()).toEqual({ default: "deny", [host(1)]: "deny", [host(2)]: "deny" });
    await life.mend();
    await life.refuse("PATCH", "/\\/default$/");
    const { resource } = await partly(life.run().update(made, opened), opened);
    expect(await life.held()).toEqual({ default: "deny", [host(1)]: "deny", [host(2)]: "deny", [host(3)]: "deny" });
    await life.mend();
    await life.run().update(resource, opened);
    expect(await life.held()).toEqual({ default: "none", [host(2)]: "deny", [host(3)]: "deny" });
  });

  test.each([
    ["refuses every connection", { kind: "refuse" }],
    ["does not know the login any more", { kind: "status", status: 401, code: "6691623" }],
    ["does not know the SVM any more", { kind: "status", status: 404, code: "2621462" }],
  ])("stops soon where the array %s", async (_what, fault) => {
    // A login that was refused is not sent again, so the array is its own.
    const own = await TableLife.start();
    const made = await own.run().create(TABLE, table(hosts(100)));
    await own.sent();
    await own.fault({ match: { method: "PATCH", path: "/api/protocols/", nth: 20 }, times: 100_000, ...fault });
    const wanted = table(hosts(100, () => chap("host")));
    const { message, resource } = await partly(own.run().update(made, wanted), wanted);
    expect(message).toMatch(/were not tried after that/);
    expect((await own.sent())["PATCH credentials"]).toBeLessThan(45);
    expect(JSON.stringify(resource.outputs).match(/"chap"/g)?.length).toBeGreaterThan(10);
    await own.stop();
  });

  test("sends at most eight requests at a time, two tables together as well", async () => {
    const svm2 = { name: "svm2" };
    await life.array.control("PUT", "/state", {
      svms: [{ name: "svm1" }, svm2],
      services: [{ svm: { name: "svm1" } }, { svm: svm2 }],
    });
    await life.array.control("PUT", "/settings", { latencyMs: 10 });
    const run = life.run();
    await Promise.all([run.create(TABLE, table(hosts(60))), run.create(TABLE, { ...table(hosts(60)), svm: svm2 })]);
    await life.array.control("PUT", "/settings", { latencyMs: 0 });
    expect(await life.array.control("GET", "/stats")).toMatchObject({ writes: 120, maxInFlight: 8 });
  });

  test("tells how far it is every two seconds", async () => {
    await life.array.control("PUT", "/settings", { latencyMs: 100 });
    await life.run().create(TABLE, table(hosts(200)));
    await life.array.control("PUT", "/settings", { latencyMs: 0 });
    expect(life.array.notes.length).toBeGreaterThan(0);
    expect(life.array.notes.length).toBeLessThan(4);
    expect(life.array.notes[0]).toMatch(/^the iSCSI credentials of SVM svm1: 1?\d\d of 200$/);
  });
});
