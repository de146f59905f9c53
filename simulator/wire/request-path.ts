import { decodePercent } from "./percent-encoding";

/**
 * The segments of a path, decoded, without empty ones, with `/api/v1` as `/api`. Dot segments are resolved before
 * decoding, so that `%2E%2E` stays a key, as ONTAP's general chapter advises clients to send it.
 *
 * @throws ApiError 39387137 for a broken percent encoding.
 */
export function pathSegments(path: string): readonly string[] {
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") {
      kept.pop();
    } else if (segment !== "" && segment !== ".") {
      kept.push(segment);
    }
  }
  if (kept[0] === "api" && kept[1] === "v1") {
    kept.splice(1, 1);
  }
  return kept.map((segment) => decodePercent(segment));
}

/** A record's key as a path segment in `_links`: the documents leave the colon of an IQN as it is. */
export function linkSegment(key: string): string {
  return encodeURIComponent(key).replaceAll("%3A", ":");
}

/** A record's key as a path segment in `Location`, where ONTAP encodes every reserved character. */
export function locationSegment(key: string): string {
  return encodeURIComponent(key);
}
