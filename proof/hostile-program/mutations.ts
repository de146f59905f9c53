import { type Json, withOneMissing, withOneOdd, withOneReplaced } from "../support/changed-json";
import type { Random } from "../support/random";
import type { PlainRequest } from "./plain-request";

/** A way to spoil a request. */
export type Mutation = (request: PlainRequest, random: Random, body: Json | undefined) => PlainRequest;

const METHODS: readonly [string, ...string[]] = [
  "GET",
  "POST",
  "PATCH",
  "DELETE",
  "PUT",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "PROPFIND",
  "CONNECT",
  "get",
  "GETT",
  "",
  "G\u0000T",
  "SUBSCRIBE",
];

const SEGMENTS: readonly [string, ...string[]] = [
  "..",
  ".",
  "%2e%2e",
  "%2F",
  "%00",
  "%zz",
  "%",
  "%c0%af",
  "%ff%fe",
  "%E2%82%AC",
  "\u20ac",
  "__proto__",
  "constructor",
  "toString",
  "*",
  ";a=b",
  "%252e%252e",
  "{svm.uuid}",
  "null",
  "-1",
  "x".repeat(4_000),
];

const PIECES: readonly [string, ...string[]] = [
  "=",
  ..."&|!<>*.,{}\"+;#[]'()\\".split(""),
  "..",
  "null",
  "fields=",
  "fields=**",
  "order_by=",
  "max_records=",
  "return_timeout=",
  "return_records=",
  "query=",
  "query_fields=",
  "start.svm.uuid=",
  "svm.name=",
  "enabled=",
  "interval=",
  "initiator=",
  "add_initiator_addresses=true",
  "remove_initiator_addresses=true",
  "continue_on_failure=true",
  "ignore_unknown_fields=true",
  "pretty=maybe",
  "0",
  "-1",
  "1e9",
  "999999999999999999999",
  "%22",
  "%00",
  "%",
  "%zz",
  "%E2%82%AC",
  "%ed%a0%80",
  "__proto__",
  "constructor=1",
  "toString",
  "x".repeat(2_000),
  "(".repeat(200),
  "*".repeat(60),
];

const HEADERS: readonly [string, ...string[]] = [
  "Authorization: Basic",
  "Authorization: Basic !!!!",
  "Authorization: Bearer ",
  "Authorization: Digest username=admin",
  "Authorization: Basic YWRtaW4=",
  "Accept: text/html",
  "Accept: application/hal+json;q=x, */*",
  "Accept-Encoding: gzip;q=0, *",
  "Accept-Encoding: gzip",
  "X-Dot-SVM-Name: svm1",
  "X-Dot-SVM-Name: \u00e9",
  "X-Dot-SVM-UUID: __proto__",
  "Content-Type: text/xml",
  "Content-Type: application/json; charset=utf-16",
  "Content-Length: -1",
  "Content-Length: 1, 2",
  "Content-Length: 99999999999999999999",
  "Transfer-Encoding: chunked",
  "Transfer-Encoding: chunked\r\nContent-Length: 5",
  "Transfer-Encoding: gzip",
  "Expect: 100-continue",
  "Expect: everything",
  "Upgrade: websocket\r\nConnection: Upgrade",
  "X\u0000: y",
  " folded: header",
  "No colon",
  `X-Long: ${"x".repeat(20_000)}`,
  Array.from({ length: 3_000 }, (_, number) => `X-${number}: x`).join("\r\n"),
  "X-HTTP-Method-Override: DELETE",
  "If-Match: *",
  "Range: bytes=0-1",
  "__proto__: x",
];

function mangled(path: string, random: Random): string {
  const segments = path.split("/");
  const at = 1 + random.int(segments.length);
  const [from, into] = [random.pick(["keep", "replace"]), random.pick(SEGMENTS)];
  segments.splice(at, from === "keep" ? 0 : 1, into);
  return random.pick([
    segments.join("/"),
    segments.join("//"),
    `${segments.join("/")}/`,
    path.toUpperCase(),
    `http://elsewhere.invalid${path}`,
    encodeURIComponent(path),
    path.slice(1),
    path.replace(/[a-z]/g, (letter) => (random.percent(30) ? `%${letter.charCodeAt(0).toString(16)}` : letter)),
  ]);
}

function bodyOf(request: PlainRequest, random: Random, body: Json | undefined): string | Buffer | undefined {
  const given = body ?? {};
  const text = JSON.stringify(given);
  const deep = random.pick([40, 60, 10_000, 200_000]);
  const wide = Object.fromEntries(Array.from({ length: 2_000 }, (_, number) => [`k${number}`, number]));
  return random.pick<string | Buffer | undefined>([
    withOneOdd(given, random),
    withOneOdd(given, random),
    withOneOdd(given, random),
    withOneMissing(given, random),
    withOneReplaced(given, random, `${"[".repeat(deep)}${"]".repeat(deep)}`),
    withOneReplaced(given, random, `${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`),
    withOneReplaced(given, random, `"${"x".repeat(random.pick([300, 1_000_000]))}"`),
    JSON.stringify(wide),
    text.replace(/\{/g, () => (random.percent(50) ? '{"__proto__":{"enabled":false},' : "{")).replaceAll(",}", "}"),
    text.replace(/"(\w+)":/g, (key) => `${key}1,${key}`),
    text.replace(/"(\w+)":\{"(\w+)":/, '"$1.$2":{"x":'),
    text.slice(0, random.int(text.length)),
    `${text}${text}`,
    `\ufeff${text}`,
    Buffer.from(text, "utf16le"),
    Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0, 0xc0])]),
    random.bytes(200),
    "[]",
    "null",
    "   ",
    '{"return_timeout":',
    request.body === undefined ? "{}" : undefined,
  ]);
}

/** Everything that may be wrong with a request, by what of it is spoiled. */
export const mutations: readonly [Mutation, ...Mutation[]] = [
  (request, random) => ({ ...request, method: random.pick(METHODS) }),
  (request, random) => ({ ...request, path: mangled(request.path, random) }),
  (request, random) => ({
    ...request,
    query: `${request.query === "" ? "?" : `${request.query}&`}${Array.from({ length: 1 + random.int(10) }, () => random.pick(PIECES)).join("")}`,
  }),
  (request, random) => ({ ...request, headers: [...request.headers, random.pick(HEADERS)] }),
  (request, random) => ({ ...request, headers: [random.pick(HEADERS), ...request.headers.slice(random.int(2))] }),
  (request, random, body) => ({ ...request, body: bodyOf(request, random, body) }),
  (request, random, body) => ({ ...request, body: bodyOf(request, random, body) }),
];
