import type { FoundObject, Kind } from "../../provider/inventory";

/** An object to import: what a program would have made. */
export type ImportObject = Pick<FoundObject, "id" | "svm" | "name" | "isBuiltIn" | "inputs" | "outputs">;

/** What there is on one SVM. */
export interface SvmInventory {
  readonly svm: { readonly name: string; readonly uuid: string };
  /** By kind, what others need first; of each kind what ONTAP made itself first, then by name. */
  readonly objects: ReadonlyMap<Kind, readonly ImportObject[]>;
}

const { compare } = new Intl.Collator("en", { numeric: true });

/** Objects under their SVMs, by the SVMs' names. */
export function groupedBySvm(found: ReadonlyMap<Kind, readonly ImportObject[]>): readonly SvmInventory[] {
  const svms = new Map([...found.values()].flat().map(({ svm }) => [svm.uuid, svm]));
  const bySvm = new Map([...svms.keys()].map((uuid) => [uuid, new Map<Kind, ImportObject[]>()]));
  for (const [kind, objects] of found) {
    for (const object of objects) {
      const ofSvm = bySvm.get(object.svm.uuid);
      const ofKind = ofSvm?.get(kind) ?? [];
      ofKind.push(object);
      ofSvm?.set(kind, ofKind);
    }
  }
  return [...svms.values()]
    .sort((a, b) => compare(a.name, b.name))
    .map((svm) => ({ svm, objects: sorted(bySvm.get(svm.uuid) ?? new Map()) }));
}

function sorted(objects: ReadonlyMap<Kind, readonly ImportObject[]>): ReadonlyMap<Kind, readonly ImportObject[]> {
  return new Map([...objects].map(([kind, ofKind]) => [kind, byName(ofKind)]));
}

function byName(objects: readonly ImportObject[]): readonly ImportObject[] {
  return objects
    .map((object) => ({ object, key: object.isBuiltIn ? "" : (object.name ?? "") }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ object }) => object);
}
