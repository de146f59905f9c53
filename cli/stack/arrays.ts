import { type ConfigLookup, connectionsFrom, type Environment, resolveConnection } from "../../provider/connection";
import type { Cause } from "../../provider/inventory";
import type { ConnectionOptions, OntapClient } from "../../provider/rest";
import { type Place, placeOf } from "./place";
import type { RecordedResource } from "./recorded";
import type { RecordedProvider } from "./recorded-providers";

/** The objects of a state that are on one cluster of one provider. */
export interface RecordedPlace {
  readonly place: Place;
  readonly managed: readonly RecordedResource[];
}

/** An array, with the objects on it. Places of one array and login are asked together, so that nothing is asked twice. */
export interface RecordedArray {
  readonly ontap: OntapClient;
  readonly places: readonly RecordedPlace[];
  /** UUIDs of the SVMs that have a managed object, each with the first of them. */
  readonly svms: ReadonlyMap<string, RecordedResource>;
}

/** Objects whose array cannot be told, and why. */
export interface UnknownPlace extends RecordedPlace {
  readonly cause: Cause;
}

/** Where the managed objects of a state are. */
export interface RecordedArrays {
  readonly arrays: readonly RecordedArray[];
  readonly unknown: readonly UnknownPlace[];
}

/**
 * The recorded resources that are managed, by array: those of an explicit provider are where its arguments say, all others
 * where the stack's configuration says. Sends nothing. Throws `configuration` for a malformed id, and for a cluster
 * that cannot be connected to.
 */
export function recordedArrays(
  resources: readonly RecordedResource[],
  config: ConfigLookup,
  env: Environment,
): RecordedArrays {
  const arrays = new Map<string, { readonly ontap: OntapClient; readonly places: RecordedPlace[] }>();
  const unknown: UnknownPlace[] = [];
  for (const managed of placesIn(resources.filter((resource) => resource.managed))) {
    const [{ provider, cluster }] = managed;
    const place = { place: placeOf(managed[0]), managed };
    const connection = provider?.connection ?? config;
    if (typeof connection === "function") {
      const ontap = connectionsFrom(connection, env).client(cluster);
      const key = arrayKey(ontap, resolveConnection(connection, env, cluster));
      const known = arrays.get(key) ?? { ontap, places: [] };
      known.places.push(place);
      arrays.set(key, known);
    } else {
      unknown.push({ ...place, cause: connection });
    }
  }
  return { arrays: [...arrays.values()].map((array) => ({ ...array, svms: svmsOf(array.places) })), unknown };
}

/** The clusters that the stack's configuration is asked for; `undefined` is the one without a name. */
export function configuredPlaces({ arrays }: RecordedArrays): ReadonlyArray<string | undefined> {
  return arrays.flatMap(({ places }) =>
    places.flatMap(({ place }) => (place.provider === undefined ? [place.cluster ?? undefined] : [])),
  );
}

/** The same for one address, login and trust, however many requests are sent at a time and how long each may take. */
function arrayKey({ origin }: OntapClient, options: ConnectionOptions): string {
  const { host: _host, timeoutMs: _timeoutMs, maxConcurrentRequests: _limit, ...login } = options;
  return JSON.stringify([origin, ...Object.entries(login).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

type Several = readonly [RecordedResource, ...RecordedResource[]];

function placesIn(managed: readonly RecordedResource[]): readonly Several[] {
  const places = new Map<string, [RecordedResource, ...RecordedResource[]]>();
  for (const resource of managed) {
    const key = keyOf(resource.provider, resource.cluster);
    const others = places.get(key);
    if (others === undefined) {
      places.set(key, [resource]);
    } else {
      others.push(resource);
    }
  }
  return [...places.values()];
}

function keyOf(provider: RecordedProvider | undefined, cluster: string | undefined): string {
  return JSON.stringify([provider?.reference ?? null, cluster ?? null]);
}

function svmsOf(places: readonly RecordedPlace[]): ReadonlyMap<string, RecordedResource> {
  const all = places.flatMap(({ managed }) => managed);
  return new Map([...all].reverse().map((resource) => [resource.kind.svmUuid(resource.id), resource]));
}
