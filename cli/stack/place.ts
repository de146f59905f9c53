import type { RecordedResource } from "./recorded";

/** Which array is meant, as the program names it. Public in every report of format `json`. */
export interface Place {
  /** Name of the cluster, as the `cluster` argument has it; `null` for the one without a name. */
  readonly cluster: string | null;
  /** Name of the explicit provider; absent for the default provider and for dynamic resources. */
  readonly provider?: string;
}

/** The place without a name: the array that the configuration or the environment names. */
export const DEFAULT_PLACE: Place = { cluster: null };

/** Where a recorded object is. */
export function placeOf({ cluster: given, provider }: Pick<RecordedResource, "cluster" | "provider">): Place {
  const cluster = given ?? null;
  return provider === undefined ? { cluster } : { cluster, provider: provider.name };
}

/** True for two names of one place. */
export function isSamePlace(a: Place, b: Place): boolean {
  return a.cluster === b.cluster && a.provider === b.provider;
}

/** `east`, `provider west`, `east of provider west`; undefined for the place without a name. */
export function placeName({ cluster, provider }: Place): string | undefined {
  return provider === undefined
    ? (cluster ?? undefined)
    : `${cluster === null ? "" : `${cluster} of `}provider ${provider}`;
}
