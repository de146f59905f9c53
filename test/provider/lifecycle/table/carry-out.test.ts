import { HOST, OTHER_HOST, SVM1 } from "../../../names";
import type { Row } from "../../../spoiled-rows";
import { chap, deny, host, none, TABLE, table } from "../../table-arguments";
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

  test("records no password of a row that it could not remove or change, since the program may have none there", async () => {
    await life.arrayWith();
    const before = { [host(2)]: chap("a"), [OTHER_HOST]: chap("b"), [host(1)]: none };
    const made = await life.run().create(TABLE, { ...table(before) });
    for (const [method, name] of [
      ["DELETE", host(2)],
      ["PATCH", OTHER_HOST],
    ] as const) {
      await life.fault(method, `/api/protocols/san/iscsi/credentials/${SVM1}/${name}`);
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
