import { documentedCodes } from "./documented-codes";
import type { PlainRequest } from "./plain-request";
import type { RawResponse, Returned } from "./raw-client";

const DOCUMENTED = documentedCodes();

/** What the HTTP server gives by itself to what is no HTTP, and to paths that are neither the API's nor the control plane's. */
const BELOW_THE_API = new Set([400, 404, 408, 413, 417, 431]);

/** More than a connection holds that nobody reads, in bytes. */
const LARGE = 100_000;

/** True for a response after which the state may be another: that of a write that was taken. */
export function mayHaveWritten({ method }: PlainRequest, returned: Returned): boolean {
  return typeof returned === "object" && returned.status < 300 && ["POST", "PATCH", "DELETE", "PUT"].includes(method);
}

/** What is wrong with what came back; undefined where nothing is. */
export function wrongInResponse({ method, body }: PlainRequest, returned: Returned): string | undefined {
  if (returned === "silence") {
    return "it did not respond";
  }
  if (returned === "nothing") {
    // There is no proxy here; and a refusal is lost where the connection is closed before a large body has come.
    const mayBeLost = method === "CONNECT" || Buffer.byteLength(body ?? "") > LARGE;
    return mayBeLost ? undefined : "it closed the connection without a response";
  }
  if (method === "HEAD" || returned.status === 204) {
    return returned.status < 500 ? undefined : `it failed with ${returned.status}`;
  }
  if (returned.headers.get("server") === "libzapid-httpd") {
    return wrongInApi(returned);
  }
  return returned.headers.get("content-type") === "application/json" ? wrongInControl(returned) : wrongBelow(returned);
}

function wrongInApi({ status, body }: RawResponse): string | undefined {
  const json = objectIn(body);
  if (json === undefined) {
    return `its body (HTTP ${status}) is no JSON object: ${body.slice(0, 200)}`;
  }
  if (status < 300) {
    return undefined;
  }
  const error = objectOf(json.error);
  const { code, message } = error ?? {};
  if (status >= 500 || typeof code !== "string" || typeof message !== "string" || message === "") {
    return `its refusal (HTTP ${status}) is none of ONTAP's: ${body.slice(0, 200)}`;
  }
  return DOCUMENTED.has(code) ? undefined : `its code ${code} is documented nowhere: ${message.slice(0, 200)}`;
}

function wrongInControl({ status, body }: RawResponse): string | undefined {
  if (status < 300) {
    return undefined;
  }
  const { error, reason } = objectIn(body) ?? {};
  const isNamed = typeof error === "string" || (status === 403 && typeof reason === "string");
  return status < 500 && isNamed ? undefined : `the control plane failed with ${status}: ${body.slice(0, 200)}`;
}

function wrongBelow({ status, body }: RawResponse): string | undefined {
  return BELOW_THE_API.has(status) ? undefined : `it responded ${status} outside of its API: ${body.slice(0, 200)}`;
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}
