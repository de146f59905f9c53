import { HOST, OTHER_HOST } from "../../../names";
import type { Row } from "../../../spoiled-rows";
import { deny, none, TABLE, table } from "../../table-arguments";
import { TableLife } from "./table-life";

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
});
