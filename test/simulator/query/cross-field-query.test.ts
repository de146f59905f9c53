import type { CollectionSpec, WireRecord } from "../../../simulator/query";
import { ask, credentialSpec, credentials, recordsOf, refusalOf } from "./collections";

const text = { type: "string" } as const;

/** The table of NetApp's chapter on cross-field queries. */
const spec: CollectionSpec = {
  fields: { id: { type: "integer" }, name: text, color: text, flavor: text, number: text, "tree.name": text },
  identifiers: ["id"],
  keys: ["id"],
  links: () => ({}),
};

const records: readonly WireRecord[] = [
  { id: 1, name: "widget1", color: "blue", flavor: "chocolate", number: "1 2 3", tree: { name: "black cherry" } },
  { id: 2, name: "widget2", color: "red", flavor: "spinach", number: "three fifty", tree: { name: "maple" } },
  { id: 3, name: "widget3", color: "rainbow", flavor: "strawberry", number: "thirty", tree: { name: "spruce" } },
  {
    id: 4,
    name: "widget4",
    color: "brown",
    flavor: "strawberry chocolate",
    number: "thirteen",
    tree: { name: "willow" },
  },
];

function matching(query: string): unknown[] {
  return recordsOf(ask(spec, records, query)).map((record) => record.id);
}

describe("query and query_fields", () => {
  test.each<[string, number[]]>([
    ["query_fields=color&query=red", [2]],
    ["query_fields=id,number&query=3", [1, 3]],
    ["query_fields=flavor&query=chocolate|strawberry", [1, 3, 4]],
    ["query_fields=flavor&query=chocolate+strawberry", [4]],
    ["query_fields=name,number&query=*3|three", [1, 2, 3]],
    ["query_fields=*&query=1|2|3%20th*", [2, 3]],
    ["query_fields=*,!name&query=widget", []],
    ["query_fields=tree&query=cherry", [1]],
    ["query_fields=*,!tree,!flavor&query=cherry|spinach", []],
    ['query_fields=tree.name&query="black cherry"', [1]],
    ['query_fields=*&query="*"', []],
    ["query_fields=flavor&query=s*y", [3]],
    ["query_fields=*&query=thirt|&color=brown", [4]],
  ])("%s", (query, expected) => {
    expect(matching(query)).toEqual(expected);
  });

  test.each([
    ['query_fields=*&query="a', "262272", "query"],
    ["query=a", "262273", "query_fields"],
    ["query_fields=*", "262273", "query"],
    ["query_fields=*&query=", "262274", "query"],
    ["query_fields=*&query=+|+", "262274", "query"],
    ["query_fields=&query=a", "262275", "query_fields"],
    ["query_fields=*,!*&query=a", "262275", "query_fields"],
    ["query_fields=name,name&query=a", "262276", "query_fields"],
    ["query_fields=nope&query=a", "262197", "query_fields"],
  ])("%s is refused with %s", (query, code, target) => {
    expect(refusalOf(() => matching(query))).toEqual({ status: 400, code, target });
  });

  test("a password is not searched", () => {
    expect(recordsOf(ask(credentialSpec, credentials, "query_fields=*&query=password1"))).toEqual([]);
    expect(recordsOf(ask(credentialSpec, credentials, "query_fields=chap&query=user1"))).toHaveLength(1);
    expect(refusalOf(() => ask(credentialSpec, [], "query_fields=chap.inbound.password&query=a")).code).toBe("262275");
  });
});
