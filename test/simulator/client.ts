import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";
import type { Json, WireRecord } from "../../simulator/query";
import { isList, isRecord, parseJson } from "../../simulator/wire/json";
import { SVM1, SVM2 } from "../names";

/** A reply as a test looks at it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body if it is a JSON object, else empty. */
  readonly body: WireRecord;
}

/** A running simulator with a plain HTTP client for it. */
export interface Cluster {
  readonly simulator: Simulator;
  readonly call: (
    method: string,
    path: string,
    body?: Json,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  /** The control plane; fails the test if it refuses. */
  readonly control: (method: string, path: string, body?: Json) => Promise<Json>;
  /** The control plane's raw answer. */
  readonly tryControl: (method: string, path: string, body?: Json) => Promise<Answer>;
}

export const services = "/api/protocols/san/iscsi/services";
export const credentials = "/api/protocols/san/iscsi/credentials";
export const sessions = "/api/protocols/san/iscsi/sessions";
/** UUIDs of the SVMs that a simulator without a fixture starts with. */
export const svm1 = SVM1;
export const svm2 = SVM2;

/** Starts a simulator; the caller closes it. */
export async function startCluster(options: SimulatorOptions = {}): Promise<Cluster> {
  const simulator = await startSimulator(options);
  const basic = Buffer.from(`${simulator.username}:${simulator.password}`).toString("base64");
  const tryControl = (method: string, path: string, body?: Json) =>
    request(simulator.controlUrl + path, method, body, {});
  return {
    simulator,
    call: (method, path, body, headers) =>
      request(simulator.url + path, method, body, { Authorization: `Basic ${basic}`, ...headers }),
    tryControl,
    control: async (method, path, body) => {
      const { status, text } = await tryControl(method, path, body);
      if (status >= 400) {
        throw new Error(`${method} ${path}: ${status} ${text}`);
      }
      return parseJson(text) ?? null;
    },
  };
}

/** The `error.code` of a reply; undefined if it is none. */
export function codeOf({ body }: Answer): Json | undefined {
  return isRecord(body.error) ? body.error.code : undefined;
}

/** The records of a list. */
export function recordsOf({ body }: Answer): WireRecord[] {
  return isList(body.records) ? body.records.filter(isRecord) : [];
}

async function request(
  url: string,
  method: string,
  body: Json | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  // A connection of its own: one that is kept may be closed by the server in the moment in which it is used again.
  const own = { ...headers, Connection: "close" };
  const response = await fetch(url, { method, headers: own, redirect: "manual", ...sent });
  const text = await response.text();
  const parsed = parseJson(text);
  return { status: response.status, headers: response.headers, text, body: isRecord(parsed) ? parsed : {} };
}
