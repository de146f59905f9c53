import type { CollectionSpec, WireRecord } from "../../../simulator/query";
import { ask, credentialSpec, credentials, recordsOf, refusalOf, serviceSpec, services } from "./collections";

const spec: CollectionSpec = {
  fields: {
    id: { type: "integer" },
    name: { type: "string" },
    size: { type: "integer" },
    on: { type: "boolean" },
    kind: { type: "string", values: ["alpha", "Beta", "gamma"] },
    at: { type: "timestamp" },
    "tags.name": { type: "string" },
  },
  identifiers: ["id"],
  keys: ["id"],
  links: () => ({}),
};

const records: readonly WireRecord[] = [
  { id: 1, name: "jim", size: 3, on: true, kind: "alpha", at: "2024-07-29T16:17:15Z", tags: [{ name: "a" }] },
  {
    id: 2,
    name: "joe",
    size: 5,
    on: false,
    kind: "Beta",
    at: "2024-07-29T16:17:30Z",
    tags: [{ name: "a" }, { name: "b" }],
  },
  { id: 3, name: "joe*", size: 9, on: true, kind: "gamma", at: "2024-07-29T18:00:00Z", tags: [] },
  { id: 4, name: "a|b", size: 100 },
  { id: 5, size: 101, name: null },
];

function matching(query: string): unknown[] {
  return recordsOf(ask(spec, records, query)).map((record) => record.id);
}

describe("filters on one field", () => {
  test.each<[string, number[]]>([
    ["name=joe", [2]],
    ["name=JOE", []],
    ["name=jo*", [2, 3]],
    ["name=*o*", [2, 3]],
    ["name=***e", [2]],
    ["name=j*e", [2]],
    ["name=joe**", [2, 3]],
    ["name=*", [1, 2, 3, 4]],
    ["name=%2A", [1, 2, 3, 4]],
    ["name=<joe", [1, 4]],
    ["name=>=joe", [2, 3]],
    ["name=jim..joe", [1, 2]],
    ["name=!joe", [1, 3, 4]],
    ["name=!!joe", [2]],
    ["name=!jo*", [1, 4]],
    ["name=!jim..joe", [3, 4]],
    ["name=jim|joe", [1, 2]],
    ["name=null", [5]],
    ["name=!null", [1, 2, 3, 4]],
    ["name=!joe|null", [1, 3, 4, 5]],
    ['name="joe*"', [3]],
    ["name={joe*}", [3]],
    ["name={a|b}", [4]],
    ["name=%22a%7Cb%22", [4]],
    ['name="null"', []],
    ['name="joe"*', [2, 3]],
    ["size=<9", [1, 2]],
    ["size=<=9", [1, 2, 3]],
    ["size=>=10", [4, 5]],
    ["size=3..9", [1, 2, 3]],
    ["size=9..3", []],
    ["size=3|5..9|>100", [1, 2, 3, 5]],
    ["size=!3", [2, 3, 4, 5]],
    ["size=*", [1, 2, 3, 4, 5]],
    ["size=-1..4", [1]],
    ["on=true", [1, 3]],
    ["on=False", [2]],
    ["on=!true", [2]],
    ["on=null", [4, 5]],
    ["kind=ALPHA", [1]],
    ["kind=beta", [2]],
    ["kind=b*", [2]],
    ["kind=<gamma", [1, 2]],
    ["kind=!alpha", [2, 3]],
    ["at=2024-07-29T16:17:15Z", [1]],
    ["at=2024-07-29+16:17:15%2B00:00", [1]],
    ["at=2024-07-29T18:17:15%2B02:00", [1]],
    ["at=>2024-07-29T16:17:15Z", [2, 3]],
    ["at=2024-07-29T16:00:00Z..2024-07-29T17:00:00Z", [1, 2]],
    ["at=<2024-07-30", [1, 2, 3]],
    ["at=2024-07-29T16*", [1, 2]],
    ["tags.name=b", [2]],
    ["tags.name=!a", [2]],
    ["tags.name=null", [3, 4, 5]],
    ["tags.name=!null", [1, 2]],
    ["name=joe&size=5", [2]],
    ["name=joe&size=6", []],
  ])("%s finds %j", (query, expected) => {
    expect(matching(query)).toEqual(expected);
  });

  test.each<[string, string, string]>([
    ["nope=1", "262179", "nope"],
    ["constructor=1", "262179", "constructor"],
    ["tags=a", "262179", "tags"],
    ["name=a&name=b", "262188", "name"],
    ["name=", "262194", "name"],
    ["name=a|", "262194", "name"],
    ["name=%21", "262194", "name"],
    ["size=<", "262194", "size"],
    ["size=5..", "262194", "size"],
    ["size=..5", "262194", "size"],
    ["size=big", "262197", "size"],
    ["size=1*", "262197", "size"],
    ["size=<9*", "262197", "size"],
    ["size=1.5", "262197", "size"],
    ["on=yes", "262197", "on"],
    ["kind=delta", "262197", "kind"],
    ["at=yesterday", "262197", "at"],
    ["at=2024-13-01T00:00:00Z", "262197", "at"],
    ['name="open', "262197", "name"],
    ["name={open", "262197", "name"],
    ["name=a,b", "262197", "name"],
    ["name", "262248", "name"],
    ["name=%E0%A4%A", "39387137", "name"],
  ])("%s is refused with %s at %s", (query, code, target) => {
    expect(refusalOf(() => matching(query))).toEqual({ status: 400, code, target });
  });

  test("an alias and its field together are one field twice", () => {
    const aliased = { ...spec, aliases: { label: "name" } };
    expect(recordsOf(ask(aliased, records, "label=joe"))).toHaveLength(1);
    expect(refusalOf(() => ask(aliased, records, "label=joe&name=joe")).code).toBe("262188");
  });

  test("a password is no filter", () => {
    const refused = refusalOf(() => ask(credentialSpec, credentials, "chap.inbound.password=password1"));
    expect(refused).toEqual({ status: 400, code: "262250", target: "chap.inbound.password" });
  });

  test("expensive fields filter without being shown", () => {
    const [found, ...more] = recordsOf(ask(serviceSpec, services, "metric.iops.total=12", { hal: false }));
    expect(more).toEqual([]);
    expect(found).toEqual({ svm: services[1]?.svm });
  });
});
