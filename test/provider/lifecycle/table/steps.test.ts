import { stepsBetween } from "../../../../provider/lifecycle/table/steps";
import { credentialRow, iscsiCredentials } from "../../../../provider/resources/iscsi-credentials";
import {
  type IscsiCredentialsTableInputs,
  iscsiCredentialsTable,
} from "../../../../provider/resources/iscsi-credentials-table";
import { asObject } from "../../../../provider/schema/property-map";
import { SVM1 } from "../../../names";
import { chap, deny, none, table } from "../../table-arguments";

const inputs = (rows: object, more: object = {}) => iscsiCredentialsTable.inputs(table({ ...rows }, { ...more }));
const shape = {
  row: iscsiCredentials,
  property: "credentials",
  namedBy: "initiator",
  rowProperties: credentialRow,
  rowsIn: ({ credentials }: IscsiCredentialsTableInputs) => credentials,
  withRows: (before: IscsiCredentialsTableInputs, credentials: object) =>
    iscsiCredentialsTable.inputs({ ...asObject(before), credentials }),
};
const steps = (have: IscsiCredentialsTableInputs, want: IscsiCredentialsTableInputs | undefined, unlisted = {}) =>
  stepsBetween(shape, { svmUuid: SVM1 }, have, want, "svm1", { unlisted }).map(({ kind, name }) => `${kind} ${name}`);

describe("What turns one table into another", () => {
  it("is nothing where the rows are alike, in another order or case", () => {
    expect(steps(inputs({ a: none, "eui.0a": deny }), inputs({ "eui.0A": deny, a: none }))).toEqual([]);
  });

  it("is a step for each row that differs, is new or goes", () => {
    expect(steps(inputs({ a: none, b: none, c: chap("c") }), inputs({ a: none, b: deny, d: none }))).toEqual([
      "change b",
      "create d",
      "remove c",
    ]);
  });

  it("is the removal of all rows without a table that is wanted, and of no other", () => {
    expect(steps(inputs({ a: none }, { unlisted: "remove" }), undefined, { x: none })).toEqual(["remove a"]);
  });

  it.each([
    ["are removed before and now", "remove", "remove", ["remove x"]],
    ["are kept from now on", "remove", "keep", []],
    ["were kept so far", "keep", "remove", []],
    ["are kept before and now", "keep", "keep", []],
  ])("goes for rows that the table lacks where these %s", (_what, before, now, expected) => {
    const [have, want] = [inputs({ a: none }, { unlisted: before }), inputs({ a: none }, { unlisted: now })];
    expect(steps(have, want, { x: none })).toEqual(expected);
  });

  it("takes in a row that the table lacked so far as it is there", () => {
    const [have, want] = [inputs({}, { unlisted: "remove" }), inputs({ x: deny }, { unlisted: "remove" })];
    expect(steps(have, want, { x: none })).toEqual(["change x"]);
    expect(steps(have, want, { x: deny })).toEqual([]);
    expect(steps(inputs({}), inputs({ x: deny }), { x: none })).toEqual(["create x"]);
  });
});
