import type { CollectionSpec, WireRecord } from "../../../simulator/query";
import { ask, credentialSpec, credentials, recordsOf, refusalOf, serviceSpec, services } from "./collections";

const spec: CollectionSpec = {
  fields: {
    id: { type: "integer" },
    name: { type: "string" },
    size: { type: "integer" },
    on: { type: "boolean" },
    kind: { type: "string", values: ["alpha", "beta"] },
    at: { type: "timestamp" },
    "tags.name": { type: "string" },
    secret: { type: "string", writeOnly: true },
  },
  identifiers: ["id"],
  keys: ["id"],
  links: () => ({}),
};

const records: readonly WireRecord[] = [
  { id: 2, name: "b", size: 10, on: true, kind: "beta", at: "2024-01-01T02:00:00+02:00", tags: [{ name: "z" }] },
  { id: 10, name: "a", size: 9, on: false, kind: "ALPHA", at: "2024-01-01T00:30:00Z", tags: [{ name: "a" }] },
  { id: 1, name: "b", size: 9, on: true, kind: "alpha", at: "2024-01-01T01:00:00Z" },
  { id: 3, tags: [{ name: "m" }] },
];

function order(query: string): unknown[] {
  return recordsOf(ask(spec, records, query)).map((record) => record.id);
}

describe("order", () => {
  test.each<[string, number[]]>([
    ["", [1, 2, 3, 10]],
    ["order_by=id", [1, 2, 3, 10]],
    ["order_by=id+desc", [10, 3, 2, 1]],
    ["order_by=id%20desc", [10, 3, 2, 1]],
    ["order_by=id%20DESC", [10, 3, 2, 1]],
    ["order_by=size", [3, 1, 10, 2]],
    ["order_by=size+asc", [3, 1, 10, 2]],
    ["order_by=size+desc", [2, 1, 10, 3]],
    ["order_by=size,id+desc", [3, 10, 1, 2]],
    ["order_by=size+desc,name+asc", [2, 10, 1, 3]],
    ["$orderBy=size+desc", [2, 1, 10, 3]],
    ["%24orderBy=size+desc", [2, 1, 10, 3]],
    ["order_by=name", [3, 10, 1, 2]],
    ["order_by=on", [3, 10, 1, 2]],
    ["order_by=kind", [3, 1, 10, 2]],
    ["order_by=at", [3, 2, 10, 1]],
    ["order_by=tags.name", [1, 2, 3, 10]],
    ["order_by=size+desc&max_records=1", [2]],
    ["offset=2", [3, 10]],
    ["offset=1&order_by=id+desc&size=!null", [2, 1]],
    ["offset=9", []],
  ])("%s", (query, expected) => {
    expect(order(query)).toEqual(expected);
  });

  test.each([
    ["order_by=nope", "262197", "order_by"],
    ["order_by=id+up", "262197", "order_by"],
    ["order_by=id++desc", "262197", "order_by"],
    ["order_by=id+desc+asc", "262197", "order_by"],
    ["order_by=secret", "262268", "order_by"],
    ["order_by=tags", "262268", "order_by"],
    ["order_by=id,id+desc", "262222", "order_by"],
    ["order_by=", "262194", "order_by"],
    ["order_by=id,", "262194", "order_by"],
    ["order_by=id&$orderBy=id", "262188", "$orderBy"],
    ["offset=-1", "262197", "offset"],
  ])("%s is refused with %s", (query, code, target) => {
    expect(refusalOf(() => order(query))).toEqual({ status: 400, code, target });
  });

  test("ties fall back on the collection's own order", () => {
    const answer = ask(credentialSpec, [...credentials].reverse(), "order_by=svm.name+desc");
    expect(recordsOf(answer).map((record) => record.initiator)).toEqual([
      "default",
      "iqn.1992-08.com.netapp:initiator2",
      "iqn.1992-08.com.netapp:initiator3",
      "default",
      "iqn.1992-08.com.netapp:initiator1",
      "iqn.1992-08.com.netapp:initiator2",
    ]);
  });

  test("expensive fields order without being shown", () => {
    const found = recordsOf(ask(serviceSpec, services, "order_by=metric.iops.total+desc", { hal: false }));
    expect(found).toEqual([{ svm: services[1]?.svm }, { svm: services[0]?.svm }]);
  });

  test("the records given are left in their order", () => {
    const given = [...records];
    ask(spec, given, "order_by=id");
    expect(given).toEqual(records);
  });
});
