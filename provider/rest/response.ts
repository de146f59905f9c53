import { adviceFor, scopeOf } from "./codes";
import { adviceForRight, isMissingRight, rightFor } from "./missing-right";
import { NOT_ONTAP, notOntap } from "./not-ontap";
import { OntapError } from "./ontap-error";
import { printable } from "./printable";
import { publicCode, publicMessage } from "./redact";
import type { HttpRequest, HttpResponse } from "./transport";

/** The body of a successful answer: a JSON object. Throws `api-error` or `malformed` otherwise. */
export function bodyOf(
  request: HttpRequest,
  response: HttpResponse,
  secrets: readonly string[],
): Readonly<Record<string, unknown>> {
  const operation = describe(request);
  const body = request.method === "GET" && response.text.trim() === "" ? undefined : parse(response.text);
  if (response.status >= 200 && response.status < 300) {
    if (body === undefined) {
      throw notOntap(operation, `the response (HTTP ${response.status}) is not a JSON object`, response.status);
    }
    if (request.method === "GET" && response.status === 202) {
      throw notOntap(operation, "a read was accepted as a job (HTTP 202), which ONTAP does of writes only", 202);
    }
    return body;
  }
  throw refusal(request, response, body, secrets);
}

/** How a message names a call: method and path, without the query, which may be long. */
export function describe({ method, path }: Pick<HttpRequest, "method" | "path">): string {
  return `${method} ${shownPath(path)}`;
}

/** Longest path that a message shows; one of ours is shorter unless a name in it is longer than ONTAP's may be. */
const LONGEST_PATH = 400;

/** A path without its query, for messages. A next link is the array's text. */
export function shownPath(path: string): string {
  return printable(path.split("?", 1)[0] ?? "", LONGEST_PATH);
}

function refusal(
  request: HttpRequest,
  response: HttpResponse,
  body: Readonly<Record<string, unknown>> | undefined,
  secrets: readonly string[],
): OntapError {
  const error = record(body?.error);
  const operation = describe(request);
  const { status } = response;
  const wait = response.retryAfterS === undefined ? {} : { retryAfterS: response.retryAfterS };
  if (error === undefined || (typeof error.code !== "string" && typeof error.code !== "number")) {
    const reason = status === 401 ? "the login was refused (HTTP 401)" : `HTTP ${status} without ONTAP's error code`;
    return new OntapError({
      code: status === 401 ? "api-error" : "malformed",
      operation,
      status,
      ...wait,
      reason,
      shared: { scope: "cluster", reason },
      hint: withoutCode(status),
    });
  }
  const sent = [request.body, request.sentBefore];
  const ontapCode = publicCode(error.code, sent, secrets);
  const told = (text: unknown) => (typeof text === "string" ? publicMessage(text, sent, secrets) : "");
  const [message, target] = [told(error.message), told(error.target)];
  const right = isMissingRight({ status, ontapCode }) ? rightFor(request) : undefined;
  const next = status === 401 ? withoutCode(status) : right ? adviceForRight(right) : adviceFor(ontapCode);
  const reason = `ONTAP refused it: ${message === "" ? "no message" : message} (code ${ontapCode}, HTTP ${status})`;
  const scope = status === 401 ? "cluster" : scopeOf(ontapCode);
  const sharedReason = right ? `the login's role lacks ${right.access} on ${right.path}` : reason;
  return new OntapError({
    code: "api-error",
    operation,
    status,
    ontapCode,
    ...wait,
    ...(target === "" ? {} : { target }),
    reason,
    ...(scope === undefined ? {} : { shared: { scope, reason: sharedReason } }),
    ...(next === undefined ? {} : { hint: next }),
  });
}

function withoutCode(status: number): string {
  if (status === 401) {
    return "Check username and password (or token), and that the account has the application http. The login is not sent again by this process, so that the account is not locked.";
  }
  if (status >= 300 && status < 400) {
    return "Redirects are not followed, since they would carry the login elsewhere: set host to the final address.";
  }
  return NOT_ONTAP;
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.trim() === "") {
    return {};
  }
  try {
    return record(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The value as a JSON object, or undefined where it is something else. */
export function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}
