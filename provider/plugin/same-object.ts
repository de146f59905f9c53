import type { Claims } from "../lifecycle/claims";
import { type ResourceType, resources } from "../resources";
import type { Failure } from "../schema/failure";
import type { PropertyMap } from "../schema/property-map";
import { hasUnknown } from "../schema/unknown";
import { identifies } from "../spec/property";

/** What is wrong where another resource of the run means the same object, in the same notation; nothing while it is unknown. */
export function sameObject(claims: Claims, type: ResourceType, urn: string, inputs: PropertyMap): readonly Failure[] {
  const { properties, namedBy } = resources[type];
  const identity = Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) =>
      identifies(name, property, namedBy?.property) ? [[name, inputs[name]]] : [],
    ),
  );
  // A name may hold the separator, too.
  const name = urn.split("::").slice(3).join("::");
  const reason = hasUnknown(identity) ? undefined : claims.claim({ type, name, urn }, identity);
  return reason === undefined ? [] : [{ property: "", reason }];
}
