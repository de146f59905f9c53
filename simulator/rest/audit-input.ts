import type { Exchange } from "./call";

const CLIENT_HEADER = "x-dot-client-app";
const PASSWORD = /("(?:[\w.]+\.)?password"\s*:\s*)"(?:[^"\\]|\\.)*"/gi;

/**
 * A REST call as ONTAP's audit log has it in `input`: method, path and query as they were sent, then, after a colon, the
 * header by which a client names itself, and the body.
 *
 * Source: `PATCH /api/storage/volumes/<uuid> : ["X-Dot-Client-App: SMv4"] {"state":"online"}` in published test data of
 * a consumer of the log; line breaks and tabs are shown as there.
 *
 * @param secrets whether passwords in the body are logged as they were sent, which the documents leave open
 */
export function auditInput(
  { method, path, rawQuery, headers, body }: Pick<Exchange, "method" | "path" | "rawQuery" | "headers" | "body">,
  secrets: "kept" | "masked",
): string {
  const client = headers[CLIENT_HEADER];
  const parts = [
    ...(client === undefined ? [] : [JSON.stringify([`X-Dot-Client-App: ${String(client)}`])]),
    ...(body.trim() === "" ? [] : [secrets === "masked" ? body.replace(PASSWORD, '$1"***"') : body]),
  ];
  const target = rawQuery === "" ? path : `${path}?${rawQuery}`;
  return [`${method} ${target}`, ...(parts.length === 0 ? [] : [parts.join(" ")])]
    .join(" : ")
    .replaceAll("\t", "^I")
    .replace(/\s+/g, " ");
}
