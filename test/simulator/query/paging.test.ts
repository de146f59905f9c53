import fc from "fast-check";
import type { CollectionSpec, WireRecord } from "../../../simulator/query";
import { SVM1 } from "../../names";
import { ask, askAll, credentialSpec, credentials, recordsOf, refusalOf } from "./collections";

const spec: CollectionSpec = {
  fields: {
    "svm.uuid": { type: "string" },
    name: { type: "string" },
    tsih: { type: "integer" },
    note: { type: "string" },
    load: { type: "integer" },
  },
  identifiers: ["svm.uuid", "name", "tsih"],
  keys: ["svm.uuid", "name", "tsih"],
  links: () => ({}),
};

const path = "/api/protocols/san/iscsi/credentials";

/** How other clients send a next link on: decoded, encoded their own way, without empty and doubled parameters. */
function reencoded(query: string): string {
  const encode = (text: string) => encodeURIComponent(text).replaceAll("*", "%2A").replaceAll("%20", "+");
  const parameters = new Map([...new URLSearchParams(query)].filter(([, value]) => value !== ""));
  return [...parameters].map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
}

describe("pages", () => {
  test("a next link has start.* first, then the client's query as it encoded it", () => {
    const query = "fields=%2A&max_records=2&svm.name=%2A&order_by=initiator%20desc";
    const { body, next } = ask(credentialSpec, credentials, query, { path });
    const start = `start.initiator=iqn.1992-08.com.netapp%3Ainitiator2&start.svm.uuid=${SVM1}`;
    expect(next).toBe(`${path}?${start}&${query}`);
    expect(body._links).toEqual({ self: { href: `${path}?${query}` }, next: { href: next } });
    expect(Object.keys(body)).toEqual(["records", "num_records", "_links"]);
    expect(body.num_records).toBe(2);
  });

  test("a next link's next link replaces start.* instead of doubling it, and its self link is what was sent", () => {
    const first = ask(credentialSpec, credentials, "max_records=2&fields=", { path });
    const query = first.next?.split("?")[1] ?? "";
    const second = ask(credentialSpec, credentials, query, { path });
    expect(second.next).toMatch(/\?start\.svm\.uuid=[^&]*&start\.initiator=[^&]*&max_records=2&fields=$/);
    expect(second.body._links).toHaveProperty("self.href", `${path}?${query}`);
  });

  test("the path is echoed as the client sent it", () => {
    const { next } = ask(credentialSpec, credentials, "max_records=1", { path: "/api//protocols/san" });
    expect(next).toMatch(/^\/api\/\/protocols\/san\?start\./);
  });

  test("a full last page leads to an empty one, which is the end", () => {
    const full = ask(credentialSpec, credentials, "max_records=6");
    expect(recordsOf(full)).toHaveLength(6);
    const empty = ask(credentialSpec, credentials, full.next?.split("?")[1] ?? "");
    expect(empty.body).toMatchObject({ records: [], num_records: 0 });
    expect(empty.next).toBeUndefined();
    expect(ask(credentialSpec, credentials, "max_records=7").next).toBeUndefined();
  });

  test("the server's own page size holds whatever the client asks for", () => {
    const { body, next } = ask(credentialSpec, credentials, "max_records=5", { maxPage: 3 });
    expect(body.num_records).toBe(3);
    expect(next).toBeDefined();
    expect(ask(credentialSpec, credentials, "", { maxPage: 6 }).next).toBeDefined();
    expect(ask(credentialSpec, credentials, "", { maxPage: 7 }).next).toBeUndefined();
  });

  test("a page stopped before its first record continues where it began", () => {
    const empty = ask(credentialSpec, credentials, "order_by=initiator", { maxPage: 0 });
    expect(recordsOf(empty)).toEqual([]);
    const query = empty.next?.split("?")[1] ?? "";
    expect(recordsOf(ask(credentialSpec, credentials, query))).toHaveLength(6);
    const [third] = recordsOf(ask(credentialSpec, credentials, "offset=2&max_records=1"));
    const later = ask(credentialSpec, credentials, "max_records=2").next?.split("?")[1] ?? "";
    const stuck = ask(credentialSpec, credentials, later, { maxPage: 0 }).next?.split("?")[1] ?? "";
    expect(recordsOf(ask(credentialSpec, credentials, stuck))[0]).toEqual(third);
  });

  test("return_records=false counts page by page, without records", () => {
    const { body, next } = ask(credentialSpec, credentials, "return_records=false&max_records=4");
    expect(body.num_records).toBe(4);
    expect(body).not.toHaveProperty("records");
    expect(ask(credentialSpec, credentials, next?.split("?")[1] ?? "").body.num_records).toBe(2);
    expect(ask(credentialSpec, credentials, "return_records=False").body.num_records).toBe(6);
  });

  test("offset counts from the first page, not from every page", () => {
    expect(askAll(credentialSpec, credentials, "offset=1&max_records=2")).toEqual(
      recordsOf(ask(credentialSpec, credentials, "")).slice(1),
    );
  });

  test("plain JSON keeps a next link and nothing else", () => {
    const last = ask(credentialSpec, credentials, "fields=*", { hal: false });
    expect(JSON.stringify(last.body)).not.toContain("_links");
    const { body, next } = ask(credentialSpec, credentials, "max_records=1", { hal: false });
    expect(body._links).toEqual({ next: { href: next } });
    expect(recordsOf({ body })[0]).not.toHaveProperty("_links");
  });

  test.each([
    ["max_records=0", "262197", "max_records"],
    ["max_records=-1", "262197", "max_records"],
    ["max_records=ten", "262197", "max_records"],
    ["max_records=", "262197", "max_records"],
    ["return_timeout=121", "262197", "return_timeout"],
    ["return_timeout=-1", "262197", "return_timeout"],
    ["return_records=2", "262197", "return_records"],
    ["start.nope=1", "262179", "start.nope"],
    ["start.note=1", "262179", "start.note"],
    ["start.tsih=x", "262197", "start.tsih"],
    ["start.tsih=", "262194", "start.tsih"],
    ["start.tsih=1", "262194", "start.svm.uuid"],
    ["start.tsih=1&start.tsih=2", "262188", "start.tsih"],
  ])("%s is refused with %s", (query, code, target) => {
    expect(refusalOf(() => ask(spec, [], query))).toEqual({ status: 400, code, target });
  });
});

describe("pages of a collection that changes", () => {
  const text = fc.oneof(
    fc.constantFrom("", "a", "b", "null", '"', '""', "*", "a b", "ä&="),
    fc.string({ maxLength: 3 }),
  );
  const record = fc.record(
    {
      svm: fc.record({ uuid: fc.constantFrom("u1", "u2") }),
      name: text,
      tsih: fc.integer({ min: 0, max: 12 }),
      note: text,
      load: fc.integer({ min: -1, max: 1 }),
    },
    { requiredKeys: ["svm", "name", "tsih"] },
  );
  const key = ({ svm, name, tsih }: WireRecord) => JSON.stringify([svm, name, tsih]);
  const collection = fc.uniqueArray(record, { selector: key, maxLength: 12 });
  const orders = fc.constantFrom(
    "",
    "&order_by=load",
    "&order_by=note+desc,load",
    "&order_by=tsih+desc",
    "&order_by=name",
  );

  test("a record that stays is seen once, and none is seen twice, however clients encode the links", () => {
    fc.assert(
      fc.property(
        fc.array(collection, { minLength: 1, maxLength: 4 }),
        collection,
        fc.integer({ min: 1, max: 3 }),
        orders,
        fc.boolean(),
        (changes, staying, size, orderBy, reencode) => {
          const kept = new Set(staying.map(key));
          const states = changes.map((some) => [...staying, ...some.filter((one) => !kept.has(key(one)))]);
          const seen: string[] = [];
          let query: string | undefined = `fields=%2A&max_records=${size}${orderBy}&tsih=*`;
          for (let pages = 0; query !== undefined && pages < 200; pages += 1) {
            const state = states[Math.min(pages, states.length - 1)] ?? [];
            const answer = ask(spec, state, query);
            seen.push(...recordsOf(answer).map(key));
            const sent: string | undefined = answer.next?.split("?")[1];
            query = sent !== undefined && reencode ? reencoded(sent) : sent;
          }
          const stayed = staying.map(key);
          expect(seen.filter((one) => kept.has(one)).sort()).toEqual(stayed.sort());
          expect(query).toBeUndefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  test("pages put together are the one big page", () => {
    fc.assert(
      fc.property(collection, fc.integer({ min: 1, max: 5 }), orders, (records, size, orderBy) => {
        const whole = recordsOf(ask(spec, records, `fields=*${orderBy}`));
        expect(askAll(spec, records, `fields=*&max_records=${size}${orderBy}`)).toEqual(whole);
      }),
    );
  });
});
