import type { Claims } from "../lifecycle/claims";
import type { RowsOf } from "../lifecycle/table/rows";
import { type ResourceType, resources } from "../resources";
import type { Failure } from "../schema/failure";
import { asObject, type PropertyMap } from "../schema/property-map";
import { hasUnknown } from "../schema/unknown";
import { nameInUrn } from "../schema/urn";
import { identifies } from "../spec/property";

/** Most objects that are told to be in two resources; of thousands the first ones show what is wrong. */
const MOST_TOLD = 20;

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
  const objects: ReadonlyArray<readonly [string, PropertyMap]> = [
    [type, identity],
    ...rowNames(rows?.of, inputs).map((name) => [rows?.of.type ?? type, { ...identity, ...name }] as const),
  ];
  const reasons = objects.flatMap(([kind, own]) => claims.claim(resource, kind, own) ?? []);
  return reasons.slice(0, MOST_TOLD).map((reason) => ({ property: "", reason }));
}

/** What tells the objects in one resource from one another. */
function rowNames(of: RowsOf | undefined, inputs: PropertyMap): readonly PropertyMap[] {
  return of === undefined
    ? []
    : Object.keys(asObject(inputs[of.property]) ?? {}).map((name) => ({ [of.namedBy]: name }));
}
