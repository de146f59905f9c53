import { codeOf } from "./cause";
import { type CertificateTrouble, certificateTrouble, isCertificateCode } from "./certificate-error";
import { NOT_ONTAP } from "./not-ontap";
import { OntapError } from "./ontap-error";
import type { ResolvedOptions } from "./options";
import { describe } from "./response";
import type { SeenCertificate } from "./seen-certificate";
import { type HttpRequest, LARGEST_BODY_MIB } from "./transport";
import { PROXY_FAILED } from "./tunnel";

/** Network errors after which the request cannot have reached ONTAP. */
const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** Statuses that a gateway gives when it does not know what became of a request that it passed on. */
const GATEWAY = new Set([502, 503, 504]);

/**
 * The error for a request to which no whole answer came back. `chain` holds the certificates that the server showed,
 * where they were looked at.
 */
export function networkError(
  request: HttpRequest,
  options: ResolvedOptions,
  cause: unknown,
  chain?: readonly SeenCertificate[],
): OntapError {
  const networkCode = codeOf(cause);
  if (isUnbelieved(cause)) {
    return unreachable(request, options, certificateTrouble(networkCode, options, chain), cause);
  }
  const byProxy = networkCode.startsWith(PROXY_FAILED);
  const timedOut = isTimeOut(cause);
  const lost = request.method !== "GET" && !isNeverSent(cause) && !byProxy;
  const what = timedOut ? `no response within ${options.timeoutMs} ms` : reason(networkCode, cause, options);
  return new OntapError({
    code: lost ? "uncertain" : "unreachable",
    operation: `${describe(request)} at ${options.origin}`,
    reason: lost ? `${what}, so it is not known whether the change was made` : what,
    hint: timedOut ? "Check the array's load, or raise timeoutMs." : nextStep(networkCode, options),
    shared: { scope: "cluster", reason: what },
    cause,
  });
}

/** The error for a request that was sent unencrypted to a port that speaks TLS, and so was not understood. */
export function notEncrypted(request: HttpRequest, options: ResolvedOptions): OntapError {
  const trouble = {
    reason: "this port serves HTTPS, and host begins with http:",
    hint: `Set host to https://${new URL(options.origin).host}.`,
  };
  return unreachable(request, options, trouble, new NotEncrypted());
}

/** The error for a response that is larger than any of ONTAP's. */
export function tooLarge(request: HttpRequest): OntapError {
  const reason = `the response is larger than ${LARGEST_BODY_MIB} MiB`;
  const isRead = request.method === "GET";
  return new OntapError({
    code: isRead ? "malformed" : "uncertain",
    operation: describe(request),
    reason: isRead ? reason : `${reason}, so it is not known whether the change was made`,
    hint: NOT_ONTAP,
  });
}

/** True for the error of a response of which no more was read, since it was too large. */
export function isTooLarge(cause: unknown): boolean {
  return cause instanceof Error && "type" in cause && cause.type === "max-size";
}

/** True for the error of a request, or its cause, where another try would end the same. */
export function isLasting(cause: unknown): boolean {
  return isUnbelieved(cause) || [NOT_ENCRYPTED, "ENOTFOUND"].includes(codeOf(cause));
}

/** True where the server's certificate was not believed, so that nothing was sent. */
export function isUnbelieved(cause: unknown): boolean {
  return isCertificateCode(codeOf(cause));
}

/** True where nothing can have reached whatever serves the port. */
export function isNeverSent(cause: unknown): boolean {
  return NEVER_SENT.has(codeOf(cause));
}

const NOT_ENCRYPTED = "ERR_NOT_ENCRYPTED";

class NotEncrypted extends Error {
  readonly code = NOT_ENCRYPTED;
}

function unreachable(
  request: HttpRequest,
  { origin }: ResolvedOptions,
  trouble: CertificateTrouble,
  cause: unknown,
): OntapError {
  return new OntapError({
    code: "unreachable",
    operation: `${describe(request)} at ${origin}`,
    ...trouble,
    shared: { scope: "cluster", reason: trouble.reason },
    cause,
  });
}

/** True for the error of a request, or its cause, that was given up since no response came in time. */
export function isTimeOut(error: unknown): boolean {
  return error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
}

/** HTTP status by which a proxy refused to open a tunnel, of such an error or its cause; undefined for any other. */
export function proxyStatus(error: unknown): string | undefined {
  return /^ERR_PROXY_(\d+)$/.exec(codeOf(error))?.[1];
}

/** True for a status that a gateway gives where it got no response itself. */
export function isGateways(status: number): boolean {
  return GATEWAY.has(status);
}

/** A write that something other than ONTAP answered may have been carried out all the same. */
export function uncertainIfWrite(request: HttpRequest, error: OntapError): OntapError {
  const unclear = error.code === "malformed" && error.status !== undefined;
  if (request.method === "GET" || !unclear || !(error.status < 300 || isGateways(error.status))) {
    return error;
  }
  return new OntapError({
    code: "uncertain",
    operation: error.operation,
    reason: `${error.reason}, so it is not known whether the change was made`,
    status: error.status,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    shared: error.shared,
    cause: error,
  });
}

function reason(networkCode: string, cause: unknown, { proxy }: ResolvedOptions): string {
  if (networkCode.startsWith(PROXY_FAILED)) {
    const status = proxyStatus(cause);
    const why = status === undefined ? networkCode.slice(PROXY_FAILED.length) : `HTTP ${status}`;
    return `the proxy of ${proxy?.variable} opened no connection to it (${why}), so nothing was sent`;
  }
  if (networkCode === "ECONNRESET" || networkCode === "ERR_STREAM_PREMATURE_CLOSE") {
    return `the connection was closed before the whole response came (${networkCode})`;
  }
  const kind = cause instanceof Error ? cause.name : "unknown error";
  return `no response (${networkCode === "" ? kind : networkCode})`;
}

function nextStep(networkCode: string, { proxy }: ResolvedOptions): string {
  if (networkCode.startsWith(PROXY_FAILED)) {
    return `Check ${proxy?.variable} and the login in it, or list the array in NO_PROXY.`;
  }
  if (networkCode === "EPROTO" || networkCode.startsWith("ERR_SSL_")) {
    return "Check that this port serves HTTPS, and whether it asks for a client certificate.";
  }
  return "Check the host and the network path to it.";
}
