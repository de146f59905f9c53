import { HOST, OTHER_HOST, SVM1 } from "../../../names";
import type { Row } from "../../../spoiled-rows";
import { chap, deny, host, none, single, TABLE, table } from "../../table-arguments";
import { partly, TableLife } from "./table-life";

/** A list shows the row of `HOST` in a shape that nobody knows, so that it is left out. */
const hidden = (row: Row, alone: boolean): unknown =>
  !alone && row.initiator === HOST ? { ...row, authentication_type: 7 } : row;

describe("A change of many rows", () => {
  let life: TableLife;
  beforeAll(async () => {
    life = await TableLife.start(hidden);
  });
  afterAll(() => life.stop());

  test("adopts a row that no list has shown as guarded as any other", async () => {
    await life.arrayWith([{ initiator: HOST, authentication_type: "none" }]);
    await life.array.logIn({ initiator: HOST, address: "10.0.0.5" });
    const args = { ...table({ [HOST]: deny, [OTHER_HOST]: none }, { adopt: true }) };
    await expect(life.run().create(TABLE, args)).rejects.toThrow(`${HOST}: 1 live session would be locked out`);
    expect(await life.held()).toEqual({ default: "none", [HOST]: "none", [OTHER_HOST]: "none" });
  });

  test("looks in the preview at what a change of the deciding row, which it takes in, would do to hosts without a row", async () => {
    await life.arrayWith();
    const made = await life.run().create(TABLE, { ...table({ [host(1)]: none }) });
    await life.array.logIn({ initiator: host(9), address: "10.0.0.5" });
    const run = life.run();
    await expect(run.preview(made, { ...table({ [host(1)]: none, default: deny }) })).rejects.toThrow(
      /1 live session would be locked out.*\n {2}- iqn\.1998-01\.com\.example:host9 .*by the change of default/,
    );
    expect(await life.held()).toEqual({ default: "none", [host(1)]: "none" });
    await expect(run.preview(made, { ...table({ [host(1)]: none, default: none }) })).resolves.toBeDefined();
  });

  test("forgets what the deciding row was where it was not taken in", async () => {
    await life.arrayWith();
    await life.refuse("PATCH", `/api/protocols/san/iscsi/credentials/${SVM1}/default`);
    const wanted = { ...table({ [host(1)]: none, default: deny }) };
    const { resource } = await partly(life.run().create(TABLE, wanted), wanted);
    expect(resource.outputs).toMatchObject({ __meta: expect.not.objectContaining({ adoptedFrom: "none" }) });
    await life.mend();
    await life.array.ontap.iscsiCredentials.update(SVM1, "default", { authentication_type: "deny" });
    const done = await life.run().update(resource, wanted);
    await life.run().delete(done);
    expect(await life.held()).toEqual({ default: "deny" });
  });

  test("removes no row of another resource of the program that the engine asks about after the table", async () => {
    await life.arrayWith();
    const args = { ...table({ [host(1)]: none }, { unlisted: "remove" }) };
    const made = await life.run().create(TABLE, args);
    const other = await life.run().create("IscsiCredentials", { ...single(host(2), none) });
    const shown = await life.run().refresh(made);
    const run = life.run();
    await run.preview(shown ?? made, args);
    await expect(run.preview(other, { ...single(host(2), none) })).rejects.toThrow(
      `keep the iSCSI credential of ${host(2)} on SVM svm1: the table of the iSCSI credentials of SVM svm1 lacks it`,
    );
  });

  test("records no password of a row that it could not remove or change, since the program may have none there", async () => {
    await life.arrayWith();
    const before = { [host(2)]: chap("a"), [OTHER_HOST]: chap("b"), [host(1)]: none };
    const made = await life.run().create(TABLE, { ...table(before) });
    for (const [method, name] of [
      ["DELETE", host(2)],
      ["PATCH", OTHER_HOST],
    ] as const) {
      await life.fault({
        match: { method, path: `/api/protocols/san/iscsi/credentials/${SVM1}/${name}` },
        kind: "status",
        status: 500,
      });
    }
    const wanted = { ...table({ [OTHER_HOST]: none, [host(1)]: deny }) };
    const { resource } = await partly(life.run().update(made, wanted), wanted);
    expect(resource.outputs).toMatchObject({ credentials: { [host(2)]: { chap: { inbound: { user: "a" } } } } });
    expect(JSON.stringify(resource.outputs)).not.toContain("canary");
    await life.mend();
    await life.run().update(resource, wanted);
    expect(await life.held()).toEqual({ default: "none", [OTHER_HOST]: "none", [host(1)]: "deny" });
  });
});
