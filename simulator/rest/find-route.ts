import type { Key } from "../collections/collection";
import type { OntapVersion } from "../state/model";
import { atLeast } from "../state/version";
import { ApiError } from "../wire/api-error";
import { type Route, routes } from "./routes";

/**
 * The route for a path, and the key that stands in it.
 *
 * @throws ApiError 3 with 404 for a path that this release does not have.
 */
export function findRoute(segments: readonly string[], version: OntapVersion): { route: Route; key: Key } {
  for (const route of routes) {
    if (route.since !== undefined && !atLeast(version, ...route.since)) {
      continue;
    }
    const key = matchPattern(route.pattern, segments);
    if (key !== undefined) {
      return { route, key };
    }
  }
  throw new ApiError(404, "3", "API not found");
}

function matchPattern(pattern: readonly string[], segments: readonly string[]): Key | undefined {
  if (pattern.length !== segments.length) {
    return undefined;
  }
  const fits = pattern.every((part, index) => part === "*" || part === segments[index]);
  return fits ? segments.filter((_segment, index) => pattern[index] === "*") : undefined;
}
