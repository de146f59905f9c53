import { agentFor } from "./agent";
import type { ResolvedOptions } from "./options";

/** One HTTP request, ready to be sent. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Path and query, from `/api` on, percent-encoded. */
  readonly path: string;
  /** JSON to send. */
  readonly body?: unknown;
  /** What an earlier request of the same operation sent, which the answer may quote. Not sent. */
  readonly sentBefore?: unknown;
  /** Never repeated, whatever came of it. Default: as `retry.ts` says. */
  readonly once?: true;
}

/** One HTTP answer, read to its end. */
export interface HttpResponse {
  readonly status: number;
  readonly text: string;
  /** Seconds that the server asks to wait, where it says so. */
  readonly retryAfterS: number | undefined;
  /** The server's time as its `Date` header has it, to the second, in milliseconds; undefined without one. */
  readonly serverTimeMs: number | undefined;
  /** Time from sending to the last byte, in milliseconds. */
  readonly elapsedMs: number;
}

/** Sends requests to one cluster. Rejects with the network's own error where no whole answer came back. */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>;

/** Largest body that is read, decompressed: many times a page of 10,000 sessions, and no danger to the process's memory. */
export const LARGEST_BODY_MIB = 64;

const CLIENT = "pulumi-ontap-iscsi";

/**
 * A transport over keep-alive connections, with the options' trust, login and timeout. Redirects are not followed,
 * since they would carry the login elsewhere.
 */
export function createTransport(options: ResolvedOptions): Transport {
  const agent = agentFor(options);
  const headers = {
    Accept: "application/json",
    "X-Dot-Client-App": CLIENT,
    "User-Agent": CLIENT,
    ...(options.authorization === undefined ? {} : { Authorization: options.authorization }),
  };
  return async (request) => {
    const { default: fetch } = await import("node-fetch");
    const startedAt = performance.now();
    const response = await fetch(`${options.origin}${request.path}`, {
      method: request.method,
      headers: request.body === undefined ? headers : { ...headers, "Content-Type": "application/json" },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      agent,
      redirect: "manual",
      size: LARGEST_BODY_MIB * 2 ** 20,
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    const text = await response.text();
    return {
      status: response.status,
      text,
      retryAfterS: seconds(response.headers.get("retry-after")),
      serverTimeMs: timeOf(response.headers.get("date")),
      elapsedMs: performance.now() - startedAt,
    };
  };
}

function seconds(header: string | null): number | undefined {
  if (header === null) {
    return undefined;
  }
  const value = Number(header);
  if (Number.isFinite(value)) {
    return Math.max(0, value);
  }
  const date = timeOf(header);
  return date === undefined ? undefined : Math.max(0, (date - Date.now()) / 1000);
}

function timeOf(header: string | null): number | undefined {
  const time = Date.parse(header ?? "");
  return Number.isNaN(time) ? undefined : time;
}
