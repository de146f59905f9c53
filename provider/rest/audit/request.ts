import { type Loose, looseValues } from "./loose-json";

/** A REST call as `input` has it. */
export interface AuditedRequest {
  readonly method: string;
  /** Segments from `api` on, decoded, without a version. */
  readonly segments: readonly string[];
  /** Parameters of the query, decoded. */
  readonly query: ReadonlyArray<readonly [name: string, value: string]>;
  /** Headers that the log shows, as `Name: value`. */
  readonly headers: readonly string[];
  readonly body: Loose | undefined;
}

/** Reads `PATCH /api/... : ["X-Dot-Client-App: SMv4"] {"enabled": true}`; undefined for any other form. */
export function auditedRequest(input: string): AuditedRequest | undefined {
  const [, method = "", rest = ""] = /^\s*(GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE)\s+([\s\S]*)$/i.exec(input) ?? [];
  if (method === "") {
    return undefined;
  }
  // Neither a path nor a query has a bracket after a colon, unless it is encoded.
  const cut = rest.search(/:[\s^I]*[[{]/);
  const address = rest.slice(0, cut < 0 ? undefined : cut).replace(/[\s:]+$/, "");
  const [path = "", ...query] = address.replace(/^https?:\/\/[^/]*/i, "").split("?");
  const values = cut < 0 ? [] : looseValues(rest.slice(cut + 1));
  return {
    method: method.toUpperCase(),
    segments: segmentsOf(path),
    query: query.join("?").split("&").filter(Boolean).map(parameterOf),
    headers: values.flatMap((value) => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : [])),
    body: values.find((value) => typeof value === "object" && !Array.isArray(value)),
  };
}

function segmentsOf(path: string): readonly string[] {
  const segments = path.trim().split("/").filter(Boolean).map(decoded);
  return segments[1]?.toLowerCase() === "v1" ? ["api", ...segments.slice(2)] : segments;
}

function parameterOf(piece: string): readonly [string, string] {
  const [name = "", ...value] = piece.split("=");
  return [decoded(name), decoded(value.join("="))];
}

/** As far as it is well encoded; a cut may leave half of an encoded character. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%(?!25)[0-7][0-9a-f]/gi, (encoded) =>
      String.fromCharCode(Number.parseInt(encoded.slice(1), 16)),
    );
  }
}
