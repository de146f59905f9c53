import {
  isNeverSent,
  isTimeOut,
  isTooLarge,
  isUnbelieved,
  networkError,
  notEncrypted,
  tooLarge,
  uncertainIfWrite,
} from "./network-error";
import type { OntapError } from "./ontap-error";
import type { ResolvedOptions } from "./options";
import { certificatesAt } from "./seen-certificate";
import type { HttpRequest } from "./transport";

/**
 * The error for a request to which no whole answer came back. Where the certificate was not believed, or a request
 * without TLS was not understood, one more handshake shows why; no request goes with it.
 */
export async function failureOf(request: HttpRequest, options: ResolvedOptions, cause: unknown): Promise<OntapError> {
  if (isTooLarge(cause)) {
    return tooLarge(request);
  }
  if (isUnbelieved(cause)) {
    return networkError(request, options, cause, await certificatesAt(options));
  }
  if (!isNeverSent(cause) && !isTimeOut(cause) && (await lacksTls(options))) {
    return notEncrypted(request, options);
  }
  return networkError(request, options, cause);
}

/** The error for an answer that is none of ONTAP's API: a web server may say itself that it expects TLS. */
export async function refusalOf(
  request: HttpRequest,
  options: ResolvedOptions,
  error: OntapError,
): Promise<OntapError> {
  const isBadRequest = error.code === "malformed" && error.status === 400;
  return isBadRequest && (await lacksTls(options)) ? notEncrypted(request, options) : uncertainIfWrite(request, error);
}

/** True where the options are for a connection without TLS, and the port speaks it. */
async function lacksTls(options: ResolvedOptions): Promise<boolean> {
  return options.origin.startsWith("http:") && (await certificatesAt(options)) !== undefined;
}
