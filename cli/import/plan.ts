import { dynamicToken, type Kind, pluginToken, rowsIn } from "../../provider/inventory";
import { type PropertyMap, valueAt } from "../../provider/schema";
import { tableOf } from "./kind-names";
import type { Target } from "./languages";
import { type KnownPasswords, labelOf } from "./passwords";
import { type PasswordPlace, secretNames } from "./secret-names";
import type { ImportObject, SvmInventory } from "./svm-inventory";

/** An object to import, under its name in the program. */
export interface PlannedResource {
  readonly type: string;
  readonly className: Kind["type"];
  readonly name: string;
  readonly object: ImportObject;
  /** Its passwords; none for most kinds. */
  readonly passwords: readonly PlannedPassword[];
}

/** A password that exists on the array. */
export interface PlannedPassword {
  /** Where it is among the arguments. */
  readonly path: readonly string[];
  /** Name of the config secret that the program takes it from. */
  readonly secret: string;
  /** Undefined where it was not given. */
  readonly value: string | undefined;
}

/** Everything to import from one SVM. */
export interface PlannedSvm {
  readonly svm: SvmInventory["svm"];
  readonly resources: ReadonlyMap<Kind, readonly PlannedResource[]>;
}

/** What will be written, before anything is. */
export interface ImportPlan {
  readonly cluster: string | undefined;
  /** Whether the resources are dynamic or go through the plugin. */
  readonly side: Target["side"];
  readonly svms: readonly PlannedSvm[];
  readonly resources: readonly PlannedResource[];
  /** Those of them that are in no state yet. */
  readonly imported: readonly PlannedResource[];
  /** True where the import file is to be piped and not written, since passwords stand in it in plaintext. */
  readonly isPiped?: boolean;
  /** The recorded provider object that they go through. */
  readonly provider?: { readonly name: string; readonly urn: string };
  readonly passwords: readonly PlannedPassword[];
  /** What the passwords file names and the array has no CHAP user for. */
  readonly unused: readonly string[];
}

/**
 * Names every object and its passwords. A resource is named like its entry in the passwords file, `<svm>` or
 * `<svm>/<initiator>`, after the cluster's name where it has one: unique among its class, and the same in every run.
 */
export function planImport(
  inventory: readonly SvmInventory[],
  known: KnownPasswords,
  cluster: string | undefined,
  side: Target["side"],
): ImportPlan {
  const placesOfAll = new Map(
    inventory.flatMap(({ objects }) =>
      [...objects].flatMap(([kind, found]) => found.map((object) => [object, placesOf(kind, object)] as const)),
    ),
  );
  const places = [...placesOfAll.values()].flat();
  const names = secretNames(places);
  const planned = (kind: Kind, object: ImportObject): PlannedResource => {
    const key = keyOf(object.svm.name, object.name);
    return {
      type: (side === "dynamic" ? dynamicToken : pluginToken)(kind.type),
      className: kind.type,
      name: cluster === undefined ? key : `${cluster}/${key}`,
      object,
      passwords: (placesOfAll.get(object) ?? []).map((place) => ({
        path: place.path,
        secret: names.get(place) ?? "",
        value: known.get(keyOf(place.svm, place.name))?.get(place.label),
      })),
    };
  };
  const svms = inventory.map(
    ({ svm, objects }): PlannedSvm => ({
      svm,
      resources: new Map([...objects].map(([kind, found]) => [kind, found.map((object) => planned(kind, object))])),
    }),
  );
  const resources = svms.flatMap((svm) => [...svm.resources.values()].flat());
  return {
    cluster,
    side,
    svms,
    resources,
    imported: resources,
    passwords: resources.flatMap(({ passwords }) => passwords),
    unused: unusedKeys(known, places),
  };
}

/** A secret that the object has, since it has what the secret belongs to. */
interface Place extends PasswordPlace {
  readonly path: readonly string[];
}

function placesOf(kind: Kind, { svm, name, inputs }: ImportObject): readonly Place[] {
  const table = tableOf(kind);
  if (table === undefined) {
    return placesIn(kind, svm.name, name, inputs);
  }
  return rowsIn(table, inputs).flatMap((row) =>
    placesIn(table.row, svm.name, row.name, row.values).map((place) => ({
      ...place,
      path: [table.property, row.name, ...place.path],
    })),
  );
}

function placesIn({ secrets }: Kind, svm: string, name: string | undefined, inputs: PropertyMap): readonly Place[] {
  return secrets
    .filter((path) => valueAt(inputs, ...path.slice(0, -1)) !== undefined)
    .map((path) => ({ svm, name, label: labelOf(path), path }));
}

function unusedKeys(known: KnownPasswords, places: readonly Place[]): readonly string[] {
  const wanted = new Set(places.map(({ svm, name, label }) => `${keyOf(svm, name)} ${label}`));
  return [...known].flatMap(([key, passwords]) =>
    [...passwords.keys()].map((label) => `${key} ${label}`).filter((one) => !wanted.has(one)),
  );
}

function keyOf(svm: string, name: string | undefined): string {
  return name === undefined ? svm : `${svm}/${name}`;
}
