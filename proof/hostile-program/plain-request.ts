import { HOST, SVM1, SVM2 } from "../../test/names";
import type { Json } from "../support/changed-json";
import type { Random } from "../support/random";

/** A request before it is written as bytes. */
export interface PlainRequest {
  readonly method: string;
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
  readonly headers: readonly string[];
  readonly body: string | Buffer | undefined;
}

const ISCSI = "/api/protocols/san/iscsi";
const chap = { inbound: { user: "host1", password: "correct horse battery" } };
const list = { masks: [{ address: "10.0.0.0", netmask: "8" }] };

const TEMPLATES: readonly [Template, ...Template[]] = [
  ["GET", `${ISCSI}/services`],
  ["GET", `${ISCSI}/services/${SVM1}?fields=*,statistics,metric`],
  ["GET", `${ISCSI}/services/${SVM1}/metrics?interval=1d`],
  ["GET", `${ISCSI}/credentials?svm.name=svm1&fields=*`],
  ["GET", `${ISCSI}/credentials/${SVM1}/${HOST}`],
  ["GET", `${ISCSI}/sessions?order_by=tsih desc&max_records=1`],
  ["GET", `${ISCSI}/sessions/${SVM1}/iscsi_lif1/1`],
  ["GET", "/api/cluster?fields=version"],
  ["GET", "/api/cluster/jobs/04da6b54-80e4-46f7-96ec-b56ff0331ba9"],
  ["GET", "/api/cluster/licensing/licenses"],
  ["GET", "/api/svm/svms?name=svm1|svm2&fields=*"],
  ["GET", "/api/network/ip/interfaces?ip.address=192.168.0.1..192.168.0.9"],
  ["POST", `${ISCSI}/services?return_records=true`, { svm: { uuid: SVM2 }, enabled: true, target: { alias: "two" } }],
  ["PATCH", `${ISCSI}/services/${SVM1}`, { enabled: false }],
  ["PATCH", `${ISCSI}/services?svm.name=svm*`, { target: { alias: "one" } }],
  ["DELETE", `${ISCSI}/services/${SVM1}`],
  ["POST", `${ISCSI}/credentials`, { svm: { name: "svm1" }, initiator: `${HOST}9`, authentication_type: "chap", chap }],
  ["PATCH", `${ISCSI}/credentials/${SVM1}/${HOST}`, { authentication_type: "chap", chap, initiator_address: list }],
  ["PATCH", `${ISCSI}/credentials/${SVM1}/${HOST}?add_initiator_addresses=true`, { initiator_address: list }],
  ["DELETE", `${ISCSI}/credentials/${SVM1}/${HOST}`],
  ["DELETE", `${ISCSI}/credentials?initiator=iqn*`],
  ["GET", "/simulator/state"],
  ["POST", "/simulator/faults", { match: { method: "GET", path: "/x/" }, kind: "status", status: 500, times: 1 }],
  ["PUT", "/simulator/settings", { latencyMs: 0, users: [{ name: "a", password: "b", role: "readonly" }] }],
  ["PUT", "/simulator/clock", { now: "2026-02-06T12:00:00Z" }],
  ["POST", "/simulator/sessions", { svm: "svm1", interface: "iscsi_lif1", initiator: HOST, address: "10.0.0.5" }],
];

type Template = readonly [method: string, target: string, body?: Json];

/** A request that is in order, and its body as JSON. */
export function anyRequest(random: Random, authorization: string): { request: PlainRequest; body: Json | undefined } {
  const [method, target, body] = random.pick<Template>(TEMPLATES);
  const [path = "", query] = target.replaceAll(" ", "%20").split("?");
  const request = {
    method,
    path,
    query: query === undefined ? "" : `?${query}`,
    headers: ["Host: array", `Authorization: ${authorization}`, "Accept: application/json", "Connection: close"],
    body: body === undefined ? undefined : JSON.stringify(body),
  };
  return { request, body };
}

/** The request's bytes, with the length of its body unless a header of its own tells how that is sent. */
export function bytesOf({ method, path, query, headers, body }: PlainRequest): Buffer {
  const content = Buffer.from(body ?? "");
  const isFramed = headers.some((header) => /^(content-length|transfer-encoding) *:/i.test(header));
  const length = body === undefined || isFramed ? [] : [`Content-Length: ${content.length}`];
  const head = [`${method} ${path}${query} HTTP/1.1`, ...headers, ...length, "", ""].join("\r\n");
  // As bytes of UTF-8, which is what a careless program writes.
  return Buffer.concat([Buffer.from(head, "utf8"), content]);
}
