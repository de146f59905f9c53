import { type Claims, objectsOf } from "../lifecycle/claims";
import { MOST_NAMED } from "../lifecycle/table/names";
import { type ResourceType, resources } from "../resources";
import type { Failure } from "../schema/failure";
import type { PropertyMap } from "../schema/property-map";
import { hasUnknown } from "../schema/unknown";
import { nameInUrn } from "../schema/urn";
import { identifies } from "../spec/property";

/** What is wrong where another resource of the run means the same object, in the same notation; nothing while it is unknown. */
export function sameObject(claims: Claims, type: ResourceType, urn: string, inputs: PropertyMap): readonly Failure[] {
  const { properties, namedBy, rows } = resources[type];
  const identity = Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) =>
      identifies(name, property, namedBy?.property) ? [[name, inputs[name]]] : [],
    ),
  );
  const resource = { type, name: nameInUrn(urn), urn };
  if (hasUnknown(identity)) {
    return [];
  }
  const objects = objectsOf(type, identity, rows?.of, inputs);
  const reasons = objects.flatMap(([kind, own]) => claims.claim(resource, kind, own) ?? []);
  return reasons.slice(0, MOST_NAMED).map((reason) => ({ property: "", reason }));
}
