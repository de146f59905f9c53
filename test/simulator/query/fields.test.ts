import { answerInstance, type CollectionSpec, type WireRecord } from "../../../simulator/query";
import { SVM1 } from "../../names";
import {
  ask,
  credentialSpec,
  credentials,
  recordsOf,
  refusalOf,
  serviceSpec,
  services,
  sessionSpec,
  sessions,
} from "./collections";

/** The object that NetApp's chapter on `fields` uses. */
const spec: CollectionSpec = {
  fields: {
    id: { type: "integer" },
    a: { type: "string" },
    "b.c": { type: "string" },
    "b.d": { type: "string" },
    "b.x.y": { type: "string" },
    "b.x.z": { type: "string" },
    "e.f": { type: "string" },
    "e.g": { type: "string" },
    "slow.s": { type: "integer", expensive: true },
    "young.y": { type: "string", since: "9.14" },
  },
  identifiers: ["id"],
  keys: ["id"],
  links: () => ({}),
};

const record: WireRecord = {
  id: 1,
  a: "A",
  b: { c: "C", d: "D", x: { y: "Y", z: "Z" } },
  e: [
    { f: "f1", g: "g1" },
    { f: "f2", g: "g2" },
  ],
  slow: { s: 9 },
  young: { y: "new" },
  internal: "never shown",
};

const { internal, slow, ...standard } = record;
const b = record.b;

describe("fields", () => {
  test.each<[string, object]>([
    ["", { id: 1 }],
    ["fields=", { id: 1 }],
    ["fields=id", { id: 1 }],
    ["fields=a,b", { id: 1, a: "A", b }],
    ["fields=a,b.c,e", { id: 1, a: "A", b: { c: "C" }, e: record.e }],
    ["fields=b.d", { id: 1, b: { d: "D" } }],
    ["fields=e.f", { id: 1, e: [{ f: "f1" }, { f: "f2" }] }],
    ["fields=b,!b.c", { id: 1, b: { d: "D", x: { y: "Y", z: "Z" } } }],
    ["fields=!b.c,b", { id: 1, b: { d: "D", x: { y: "Y", z: "Z" } } }],
    ["fields=b,!b.x", { id: 1, b: { c: "C", d: "D" } }],
    ["fields=b.{c,d}", { id: 1, b: { c: "C", d: "D" } }],
    ["fields=b.{c,x.{y}},a", { id: 1, a: "A", b: { c: "C", x: { y: "Y" } } }],
    ["fields=b,!b.{c,x.{y}}", { id: 1, b: { d: "D", x: { z: "Z" } } }],
    ["fields=b.%7Bc%2Cd%7D", { id: 1, b: { c: "C", d: "D" } }],
    ["fields=*", standard],
    ["fields=%2A", standard],
    ["fields=**", { ...standard, slow }],
    ["fields=slow", { id: 1, slow }],
    ["fields=slow.s", { id: 1, slow }],
    ["fields=*,slow", { ...standard, slow }],
    ["fields=*,!id,!e,!b,!young", { id: 1, a: "A" }],
    ["fields=!e,!b,!young", { id: 1, a: "A" }],
    ["fields=a,nope&ignore_unknown_fields=true", { id: 1, a: "A" }],
    ["fields=nope&ignore_unknown_fields=True", { id: 1 }],
    ["a=A", { id: 1 }],
  ])("%s", (query, expected) => {
    expect(recordsOf(ask(spec, [record], query))).toEqual([expected]);
  });

  test.each([
    ["fields=nope", "262197", "fields"],
    ["fields=a,nope.b", "262197", "fields"],
    ["fields=a.b", "262197", "fields"],
    ["fields=internal", "262197", "fields"],
    ["fields=a, b", "262197", "fields"],
    ["fields=b{c}", "262197", "fields"],
    ["fields={a}", "262197", "fields"],
    ["fields=b.{c}d", "262197", "fields"],
    ["fields=a,a", "262222", "fields"],
    ["fields=b.c,b.{c,d}", "262222", "fields"],
    ["fields=*,*", "262222", "fields"],
    ["fields=a,", "262194", "fields"],
    ["fields=!", "262194", "fields"],
    ["fields=b.{}", "262194", "fields"],
    ["fields=b.{c", "262286", "fields"],
    ["fields=b.c}", "262286", "fields"],
    ["fields=b.}c{", "262286", "fields"],
    ["fields=a&fields=b", "262188", "fields"],
    ["fields=a&ignore_unknown_fields=maybe", "262197", "ignore_unknown_fields"],
  ])("%s is refused with %s", (query, code, target) => {
    expect(refusalOf(() => ask(spec, [record], query))).toEqual({ status: 400, code, target });
  });

  test("a bad list is refused although there is no record, or none is asked for", () => {
    expect(refusalOf(() => ask(spec, [], "fields=nope")).code).toBe("262197");
    expect(refusalOf(() => ask(spec, [], "fields=nope&return_records=false")).code).toBe("262197");
  });

  test.each([
    [[9, 13, 1], false],
    [[9, 14, 0], true],
    [[9, 14, 1], true],
    [[10, 1, 0], true],
  ] as const)("ONTAP %j knows a field of 9.14: %s", (version, known) => {
    const all = recordsOf(ask(spec, [record], "fields=**", { version }))[0];
    expect(all !== undefined && "young" in all).toBe(known);
    if (known) {
      return;
    }
    expect(refusalOf(() => ask(spec, [record], "fields=young.y", { version })).code).toBe("262197");
    expect(refusalOf(() => ask(spec, [record], "young.y=new", { version })).code).toBe("262179");
  });

  test("a password is never shown and cannot be asked for by name", () => {
    for (const query of ["fields=*", "fields=**", "fields=chap", "fields=chap.inbound"]) {
      expect(JSON.stringify(ask(credentialSpec, credentials, query).body)).not.toContain("password1");
    }
    expect(refusalOf(() => ask(credentialSpec, credentials, "fields=chap.inbound.password"))).toEqual({
      status: 400,
      code: "262249",
      target: "fields",
    });
  });

  test("unset properties, and objects and arrays left empty, are omitted", () => {
    const [, , , , second] = recordsOf(ask(credentialSpec, credentials, "fields=*", { hal: false }));
    expect(second).not.toHaveProperty("initiator_address.masks");
    expect(second).toHaveProperty("initiator_address.ranges", [
      { start: "10.0.0.1", end: "10.0.0.9" },
      { start: "10.0.1.1", end: "10.0.1.9" },
    ]);
    const [, other] = recordsOf(ask(sessionSpec, sessions, "fields=igroups,connections"));
    expect(Object.keys(other ?? {})).toEqual(["svm", "target_portal_group", "tsih", "_links"]);
  });

  test("a member of an array keeps its place and its own link when a sub-field is selected", () => {
    const sparse = { ...sessions[0], igroups: [{ uuid: "u0" }, { uuid: "u1", name: "second" }] };
    const [found] = recordsOf(ask(sessionSpec, [sparse], "fields=igroups.name,connections.interface.name"));
    expect(found?.igroups).toEqual([
      {},
      { name: "second", _links: { self: { href: "/api/protocols/san/igroups/u1" } } },
    ]);
    const href = "/api/network/ip/interfaces/c15439b4-dbb4-11e8-90ac-005056bba882";
    expect(found?.connections).toEqual([{ interface: { name: "iscsi_lif1", _links: { self: { href } } } }]);
  });

  test("a property that nobody asks for is not computed", () => {
    const lazy = Object.defineProperty({ ...services[0] }, "metric", {
      enumerable: true,
      get: () => {
        throw new Error("computed");
      },
    });
    expect(recordsOf(ask(serviceSpec, [lazy], "fields=*&enabled=true"))).toHaveLength(1);
    expect(() => ask(serviceSpec, [lazy], "fields=metric")).toThrow("computed");
  });
});

describe("an instance", () => {
  const get = (rawQuery: string, hal = true) =>
    answerInstance({ spec, path: "/api/things/1", rawQuery, hal, version: [9, 16, 1] }, record);

  test.each<[string, object]>([
    ["", standard],
    ["fields=", standard],
    ["fields=*", standard],
    ["fields=**", { ...standard, slow }],
    ["fields=a", { id: 1, a: "A" }],
    ["fields=slow", { id: 1, slow }],
    ["return_timeout=15&pretty=false&max_records=1", standard],
  ])("with %j", (query, expected) => {
    expect(get(query)).toEqual(expected);
  });

  test.each([
    ["a=A", "262179", "a"],
    ["start.id=1", "262179", "start.id"],
    ["query=A", "262179", "query"],
    ["fields=nope", "262197", "fields"],
  ])("refuses %s", (query, code, target) => {
    expect(refusalOf(() => get(query))).toEqual({ status: 400, code, target });
  });

  test("its links have no query, and plain JSON has none", () => {
    const request = { spec: serviceSpec, path: "/x", rawQuery: "fields=enabled", version: [9, 16, 1] } as const;
    const service = services[0] ?? {};
    const href = `/api/protocols/san/iscsi/services/${SVM1}`;
    expect(answerInstance({ ...request, hal: true }, service)._links).toEqual({ self: { href } });
    expect(JSON.stringify(answerInstance({ ...request, hal: false }, service))).not.toContain("_links");
  });
});
