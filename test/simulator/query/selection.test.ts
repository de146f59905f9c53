import { selectPage } from "../../../simulator/query";
import { credentialSpec, credentials, refusalOf } from "./collections";

const version = [9, 16, 1] as const;
const spec = { ...credentialSpec, parameters: ["add_initiator_addresses"] };
const select = (rawQuery: string) => [
  ...selectPage({ spec, path: "", rawQuery, maxPage: 10_000, version }, credentials).records,
];

describe("a query-based PATCH or DELETE", () => {
  test.each([
    ["svm.name=svm1", 3],
    ["svm.name=*", 6],
    ["svm.name=svm1&initiator=!default", 2],
    ["authentication_type=deny&return_timeout=0&add_initiator_addresses=true", 1],
    ["initiator=nobody", 0],
    ["svm.name=svm1&max_records=2", 2],
  ])("%s acts on %d records", (query, count) => {
    expect(select(query)).toHaveLength(count);
  });

  test("it gets whole records, passwords included, in the collection's order", () => {
    expect(select("svm.name=svm1")).toEqual(credentials.slice(0, 3));
  });

  test.each([
    "",
    "return_timeout=5",
    "max_records=1&continue_on_failure=true",
    "add_initiator_addresses=true",
    "start.initiator=a",
  ])("%j names no field, so it would hit everything and is refused", (query) => {
    expect(refusalOf(() => select(query))).toEqual({ status: 400, code: "262212", target: "svm.uuid" });
  });

  test("what max_records leaves is reached by the next link, though the first records are gone by then", () => {
    const request = { spec, path: "/api/c", maxPage: 10_000, version };
    const first = selectPage({ ...request, rawQuery: "svm.name=svm2&max_records=2" }, credentials);
    expect(first.records).toHaveLength(2);
    const left = credentials.filter((record) => !first.records.includes(record));
    const rest = selectPage({ ...request, rawQuery: first.next?.split("?")[1] ?? "" }, left);
    expect(rest.records).toEqual(credentials.slice(5));
    expect(rest.next).toBeUndefined();
  });
});
