import { SVM1 } from "../../../names";
import { chap, deny, host, hosts, none, TABLE, table } from "../../table-arguments";
import { TableLife } from "./table-life";

const LIST = "/\\/credentials$/";

describe("What a refresh makes of a table", () => {
  let life: TableLife;
  beforeAll(async () => {
    life = await TableLife.start();
  });
  afterAll(() => life.stop());
  beforeEach(() => life.arrayWith());

  async function made(rows: object, more: object = {}) {
    const created = await life.run().create(TABLE, table({ ...rows }, { ...more }));
    await life.sent();
    return created;
  }

  test("is what was recorded, from one list", async () => {
    const created = await made(hosts(300, (n) => (n % 2 === 0 ? none : chap(`host${n}`))));
    expect(await life.run().refresh(created)).toEqual(created);
    expect(await life.sent()).toEqual({ "GET credentials": 1 });
  });

  test("is drift by row: changed, and gone once ONTAP says so of that very row", async () => {
    const created = await made({ [host(1)]: none, [host(2)]: chap("host2"), [host(3)]: none });
    await life.array.byHand("PATCH", `credentials/${SVM1}/${host(1)}`, { authentication_type: "deny" });
    await life.array.byHand("DELETE", `credentials/${SVM1}/${host(3)}`);
    const seen = await life.run().refresh(created);
    expect(seen?.inputs).toMatchObject({ credentials: { [host(1)]: deny, [host(2)]: chap("host2") } });
    expect(seen?.inputs).not.toHaveProperty(["credentials", host(3)]);
    expect(await life.sent()).toEqual({ "GET credentials": 2 });
    const mended = await life.run().update(seen ?? created, created.inputs);
    expect(mended.outputs).toMatchObject({ credentials: created.inputs.credentials });
    expect(await life.sent()).toMatchObject({ "POST credentials": 1, "PATCH credentials": 1 });
  });

  test("asks for each row by itself that a list lacks", async () => {
    const created = await made(hosts(20));
    await life.fault({ match: { method: "GET", path: LIST }, kind: "partialPage", records: 5 });
    await life.fault({ match: { method: "GET", path: LIST, nth: 2 }, kind: "emptyPage", afterMs: 0 });
    expect(await life.run().refresh(created)).toEqual(created);
  });

  test("is not gone where the list is empty, and ONTAP has the default row", async () => {
    const created = await made(hosts(3));
    await life.fault({ match: { method: "GET", path: LIST }, kind: "emptyPage", afterMs: 0 });
    expect(await life.run().refresh(created)).toEqual(created);
  });

  test("is not gone where rows are there and the default row is said not to be", async () => {
    const created = await made(hosts(3));
    await life.fault({ match: { method: "GET", path: LIST }, kind: "partialPage", records: 1 });
    await life.fault({ match: { method: "GET", path: "/\\/default$/" }, kind: "status", status: 404, code: "5374895" });
    const seen = await life
      .run()
      .refresh(created)
      .catch((error: Error) => error.message);
    expect(seen).not.toBeUndefined();
  });

  test("could not be told where the SVM is not known, unless that was deleted", async () => {
    const created = await made(hosts(3));
    await life.array.control("PUT", "/state", { svms: [{ name: "another" }] });
    await expect(life.run().refresh(created)).rejects.toThrow(/2621462.*ONTAP_DELETED_SVMS/);
    expect(await life.run({ ONTAP_DELETED_SVMS: SVM1 }).refresh(created)).toBeUndefined();
    await expect(life.run().delete(created)).rejects.toThrow(/2621462/);
    await life.run({ ONTAP_DELETED_SVMS: SVM1 }).delete(created);
  });

  test("could not be told where the array does not answer", async () => {
    const created = await made(hosts(3));
    await life.fault({ match: { method: "GET" }, kind: "html" });
    await expect(life.run().refresh(created)).rejects.toThrow(/tell whether the table of iSCSI credentials/);
  });

  test("could not be told where a row is malformed, which is named", async () => {
    const spoiled = await TableLife.start((row) =>
      row.initiator === host(2) ? { ...row, authentication_type: 7 } : row,
    );
    const created = await spoiled.run().create(TABLE, table({ [host(1)]: none }));
    await spoiled.array.byHand("POST", "credentials", {
      svm: { name: "svm1" },
      initiator: host(2),
      authentication_type: "none",
    });
    expect(await spoiled.run().refresh(created)).toEqual(created);
    const both = { ...created, outputs: { ...created.outputs, credentials: hosts(2) } };
    await expect(spoiled.run().refresh(both)).rejects.toThrow(/host2/);
    await spoiled.stop();
  });

  test("is every row that ONTAP did not make, for an import by id and for get", async () => {
    await life.arrayWith([
      {
        initiator: host(1),
        authentication_type: "chap",
        chap: { inbound: { user: "host1", password: "canary-of-a-row" } },
      },
      { initiator: host(2), authentication_type: "deny" },
    ]);
    const run = life.run();
    const found = await run.refresh({ type: TABLE, id: SVM1, inputs: {}, outputs: {} });
    expect(found?.inputs).toEqual({
      svm: { name: "svm1", uuid: SVM1 },
      credentials: { [host(1)]: { authenticationType: "chap", chap: { inbound: { user: "host1" } } }, [host(2)]: deny },
    });
    expect(found?.outputs).toMatchObject({ svmName: "svm1", svmUuid: SVM1 });
    await life.sent();
    if (found === undefined) {
      throw new Error("nothing was found");
    }
    expect(await life.run().refresh(found)).toEqual(found);
    const given = table({ [host(1)]: chap("host1"), [host(2)]: deny });
    await life.sent();
    await life.run().update(found, given);
    expect(await life.sent()).toEqual({ "GET svms": 1, "PATCH credentials": 1 });
  });

  test("is said to be missing where there is no such SVM to import from", async () => {
    await life.array.control("PUT", "/state", { svms: [{ name: "another" }] });
    await expect(life.run().refresh({ type: TABLE, id: SVM1, inputs: {}, outputs: {} })).rejects.toThrow(/2621462/);
  });

  test("refuses a state whose row was broken by hand, and loses none", async () => {
    const created = await made(hosts(2));
    const broken = {
      ...created,
      outputs: { ...created.outputs, credentials: { [host(1)]: none, [host(2)]: { chap: {} } } },
    };
    await expect(life.run().update(broken, created.inputs)).rejects.toThrow(/state lacks/);
  });
});
