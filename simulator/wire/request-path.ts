import { ApiError } from "./api-error";

/** A request target, taken apart. */
export interface RequestPath {
  /** As the client sent it, without the query. */
  readonly sent: string;
  /** Everything behind `?`, as the client sent it. */
  readonly rawQuery: string;
  /** Decoded segments, without empty ones, without dot segments, with `/api/v1` as `/api`. */
  readonly segments: readonly string[];
}

/**
 * Takes a request target apart. Dot segments are resolved before decoding, so that `%2E%2E` stays a key, as ONTAP's
 * general chapter advises clients to send it.
 *
 * @throws ApiError 39387137 for a broken percent encoding.
 */
export function requestPath(target: string): RequestPath {
  const cut = target.indexOf("?");
  const sent = cut < 0 ? target : target.slice(0, cut);
  const kept: string[] = [];
  for (const segment of sent.split("/")) {
    if (segment === "..") kept.pop();
    else if (segment !== "" && segment !== ".") kept.push(segment);
  }
  if (kept[0] === "api" && kept[1] === "v1") kept.splice(1, 1);
  return { sent, rawQuery: cut < 0 ? "" : target.slice(cut + 1), segments: kept.map(decodeSegment) };
}

/** A record's key as a path segment in `_links`: the documents leave the colon of an IQN as it is. */
export function linkSegment(key: string): string {
  return encodeURIComponent(key).replaceAll("%3A", ":");
}

/** A record's key as a path segment in `Location`, where ONTAP encodes every reserved character. */
export function locationSegment(key: string): string {
  return encodeURIComponent(key);
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new ApiError(400, "39387137", "The URL is invalid: it holds a broken percent encoding.");
  }
}
