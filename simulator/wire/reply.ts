import type { IncomingHttpHeaders } from "node:http";
import type { ApiError } from "./api-error";
import type { Json } from "./json";

/** What goes back to the client. */
export interface Reply {
  readonly status: number;
  /** JSON body; `{}` where left out. */
  readonly body?: Json;
  /** A body that is not JSON, in place of `body`. */
  readonly page?: { readonly contentType: string; readonly text: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** ONTAP's error envelope; the code is a string on the wire. */
export function errorReply(error: ApiError, headers: Readonly<Record<string, string>> = {}): Reply {
  const { status, code, message, target } = error;
  return { status, headers, body: { error: { message, code, ...(target !== undefined && { target }) } } };
}

/** True unless the client asked for plain JSON. */
export function wantsHal(headers: IncomingHttpHeaders): boolean {
  const accept = headers.accept ?? "*/*";
  return accept.includes("application/hal+json") || !accept.includes("application/json");
}
