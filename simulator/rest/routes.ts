import { auditMessages } from "../collections/audit-messages";
import { withAbsoluteTimes } from "../collections/audit-messages/times";
import type { Collection, Key } from "../collections/collection";
import { credentials } from "../collections/credentials";
import { interfaces } from "../collections/interfaces";
import { licenses } from "../collections/licenses";
import { services } from "../collections/services";
import { serviceMetrics } from "../collections/services/metrics";
import { sessions } from "../collections/sessions";
import { svms } from "../collections/svms";
import { atLeast, type OntapVersion } from "../state/version";
import { ApiError } from "../wire/api-error";
import type { Reply } from "../wire/reply";
import type { Call, Operation } from "./call";
import { getCluster } from "./cluster";
import { createOperation } from "./create";
import { getJob } from "./job";
import { getOperation, listOperation } from "./read";
import { removeCollectionOperation, removeOperation } from "./remove";
import { updateCollectionOperation, updateOperation } from "./update";

/** A path and what can be done with it. */
export interface Route {
  /** Segments from `api` on; `*` takes any one segment, which becomes part of the key. */
  readonly pattern: readonly string[];
  readonly operations: Readonly<Partial<Record<string, Operation>>>;
  /** ONTAP release that introduced the path; before it, the API is not found. */
  readonly since?: readonly [generation: number, major: number];
}

/** Everything under `/api` that the simulator knows. */
const routes: readonly Route[] = [
  ...collectionRoutes(services, 1),
  ...collectionRoutes(credentials, 2),
  ...collectionRoutes(sessions, 3),
  ...collectionRoutes(svms, 1),
  ...collectionRoutes(interfaces, 1),
  ...collectionRoutes(licenses, 1),
  {
    pattern: [...segments(services.path), "*", "metrics"],
    operations: { GET: (call) => listOperation(serviceMetrics(call.key))(call) },
    since: [9, 7],
  },
  {
    pattern: [...segments(services.path), "*", "metrics", "*"],
    operations: { GET: (call) => getOperation(serviceMetrics(call.key))(call) },
    since: [9, 14],
  },
  { pattern: segments(auditMessages.path), operations: { GET: listAuditMessages } },
  { pattern: ["api", "cluster"], operations: { GET: getCluster } },
  { pattern: ["api", "cluster", "jobs", "*"], operations: { GET: getJob } },
];

function listAuditMessages(call: Call): Reply {
  const rawQuery = withAbsoluteTimes(call.rawQuery, call.cluster.clock.now());
  return listOperation(auditMessages)({ ...call, rawQuery });
}

function collectionRoutes(collection: Collection, keys: number): Route[] {
  const { create, update, remove } = collection;
  const pattern = segments(collection.path);
  return [
    {
      pattern,
      operations: {
        GET: listOperation(collection),
        ...(create && { POST: createOperation(collection, create) }),
        ...(update && { PATCH: updateCollectionOperation(collection, update) }),
        ...(remove && { DELETE: removeCollectionOperation(collection, remove) }),
      },
    },
    {
      pattern: [...pattern, ...Array<string>(keys).fill("*")],
      operations: {
        GET: getOperation(collection),
        ...(update && { PATCH: updateOperation(collection, update) }),
        ...(remove && { DELETE: removeOperation(collection, remove) }),
      },
    },
  ];
}

function segments(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

/**
 * The route for a path, and the key in it.
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
