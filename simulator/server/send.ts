import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { jsonText } from "../wire/json";
import { flag } from "../wire/parameters";
import type { Reply } from "../wire/reply";
import { wantsHal } from "../wire/reply";

/** What of the request decides how a reply is written. */
export interface Wanted {
  readonly method: string;
  readonly rawQuery: string;
  readonly headers: IncomingHttpHeaders;
  readonly now: Date;
}

/** Headers that every reply of the recorded trace has. Source: "Getting started with the ONTAP REST API". */
const commonHeaders = {
  Server: "libzapid-httpd",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-cache,no-store,must-revalidate",
  "Content-Security-Policy": "default-src 'self'; frame-ancestors 'self'",
};

/**
 * Writes a reply.
 *
 * @param half sends the headers of the whole body, half of its bytes, and then cuts the connection.
 */
export function send(response: ServerResponse, reply: Reply, wanted: Wanted, half = false): void {
  const plain = Buffer.from(reply.page?.text ?? jsonText(reply.body ?? {}, pretty(wanted.rawQuery)));
  const packed = offersGzip(wanted.headers) ? gzipSync(plain, { level: 1 }) : plain;
  // Tiny bodies grow when packed; the recorded POST reply of three bytes came as it is.
  const content = packed.length < plain.length ? packed : plain;
  const json = wantsHal(wanted.headers) ? "application/hal+json" : "application/json";
  response.writeHead(reply.status, {
    Date: wanted.now.toUTCString(),
    ...commonHeaders,
    "Content-Type": reply.page?.contentType ?? json,
    "Content-Length": content.length,
    ...(["GET", "HEAD"].includes(wanted.method) && { Vary: "Accept-Encoding" }),
    ...(content === packed && content !== plain && { "Content-Encoding": "gzip" }),
    ...reply.headers,
  });
  if (half) {
    response.write(content.subarray(0, content.length >> 1), () => response.destroy());
  } else {
    response.end(wanted.method === "HEAD" ? undefined : content);
  }
}

function offersGzip(headers: IncomingHttpHeaders): boolean {
  const offered = String(headers["accept-encoding"] ?? "");
  return /(^|[ ,])(gzip|\*)(?! *; *q=0(?:\.0*)? *(?:,|$))/.test(offered);
}

function pretty(rawQuery: string): boolean {
  try {
    return flag(rawQuery, "pretty", true);
  } catch {
    // A value that is not a boolean is refused elsewhere; the refusal itself still has to be printed.
    return true;
  }
}
