import type { Json } from "../support/changed-json";
import type { RawAnswer, RawRequest } from "../support/raw-server";
import type { Call } from "./calls";
import { anyhow, plain } from "./framing";
import type { Expectation, Hostility, Kind } from "./kind";
import { rightResponse } from "./right-array";

/** Calls that read a collection must fail; others do not look there. */
function errorInCollections({ kind }: Call): Expectation {
  return ["list", "find", "count"].includes(kind) ? "error" : "any";
}

/** Calls that read records must fail, unless they leave out what is wrong. */
function errorInRecords({ kind, isLenient }: Call): Expectation {
  return ["list", "find"].includes(kind) && isLenient !== true ? "error" : "any";
}

/** The collection in order, with other members. */
function withMembers(request: RawRequest, members: { readonly [name: string]: Json }): RawAnswer {
  const { status, body } = rightResponse(request);
  return plain({ status, body: JSON.stringify({ ...body, ...members }) });
}

function withNext(request: RawRequest, href: Json): RawAnswer {
  return withMembers(request, { _links: { next: { href } } });
}

/** A page that brings so many records of its own, and a link to yet another page. */
function endless(request: RawRequest, { number }: Hostility, records: number | undefined): RawAnswer {
  const next = { _links: { next: { href: `/api/protocols/san/iscsi/next?page=${number}` } } };
  const [first = {}] = [rightResponse({ ...request, url: request.url.replace(/\?.*/, "") }).body.records].flat();
  const record = typeof first === "object" && first !== null && records !== 0 ? { ...first, number } : undefined;
  return withMembers(request, {
    ...(records === undefined ? {} : { records: Array.from({ length: records }, () => record ?? {}) }),
    num_records: records ?? 3,
    ...next,
  });
}

/** Collections that end wrongly, or never. */
export const wrongPages: readonly Kind[] = [
  {
    name: "records that are no list of objects",
    expects: errorInRecords,
    respond: (request, { random }) => {
      const records: Json = random.pick<Json>([{}, "none", 1, true, [null], [1], ["x"], [[]], [{}], { length: 1 }]);
      return withMembers(request, { records, num_records: 1 });
    },
  },
  {
    name: "no records, though their number says that there are some",
    expects: errorInCollections,
    respond: (request, { random }) => {
      const { status, body } = rightResponse(request);
      const { records: _records, num_records: _number, ...rest } = body;
      const isCount = request.url.includes("return_records=false");
      const wrong = isCount
        ? { num_records: null }
        : random.pick([{ num_records: 2 }, { records: [], num_records: 2 }]);
      return anyhow({ status, body: JSON.stringify({ ...rest, ...wrong }) }, random);
    },
  },
  {
    name: "a number of records that is none",
    expects: errorInCollections,
    respond: (request, { random }) =>
      withMembers(request, { num_records: random.pick<Json>([-1, 1.5, "1", 1e308, 2 ** 53, [], {}, true, ""]) }),
  },
  {
    name: "a next link to the page itself, or in a circle",
    expects: errorInCollections,
    respond: (request, { random, number }) =>
      withNext(
        request,
        random.pick([request.url, `${request.url}&page=${number % 3}`, `/api/circle?page=${number % 3}`]),
      ),
  },
  {
    name: "a next link that leads elsewhere",
    expects: errorInCollections,
    respond: (request, { random, trap }) =>
      withNext(
        request,
        random.pick<Json>([
          `${trap}/api/protocols/san/iscsi/services`,
          `//${new URL(trap).host}/api/x`,
          `@${new URL(trap).host}/api/x`,
          `\\\\${new URL(trap).host}\\api`,
          "/simulator/state",
          "api/x",
          "",
          "?x",
          1,
          null,
          {},
          ["/api/x"],
        ]),
      ),
  },
  {
    name: "a next link below /api that is no path of ONTAP",
    expects: errorInCollections,
    respond: (request, { random, trap }) => {
      const odd = random.pick([
        `/api/../../@${new URL(trap).host}/x`,
        `/api/${"x".repeat(random.pick([1_000, 100_000]))}`,
        "/api/\u001b[2J\u202e\u0000\r\nX: y",
        `/api/%${random.word(3)}/\ud800`,
        `/api/x#?y`,
      ]);
      return request.url.startsWith("/api/protocols/san/iscsi/") || request.url.startsWith("/api/svm/")
        ? withNext(request, odd)
        : plain({ status: 404, body: JSON.stringify({ error: { code: "4", message: "entry doesn't exist" } }) });
    },
  },
  {
    name: "pages of records that are nested deep",
    expects: errorInCollections,
    respond: (request, hostility) => {
      const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
      const [, body = ""] = Array.from(endless(request, hostility, 1).chunks, String);
      const text = body.replace(/"number":\d+/, `"number":${deep}`);
      return hostility.number < 3 ? plain({ body: text }) : plain({ status: 500, body: "{}" });
    },
  },
  {
    name: "endless pages without a record",
    expects: errorInCollections,
    respond: (request, hostility) => endless(request, hostility, 0),
  },
  {
    name: "endless pages of numbers",
    expects: errorInCollections,
    respond: (request, hostility) => endless(request, hostility, undefined),
  },
  {
    name: "endless pages of ever new records",
    cost: "time",
    expects: errorInCollections,
    respond: (request, hostility) => endless(request, hostility, 1),
  },
];
