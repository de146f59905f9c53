import type { Place } from "../../stack/place";
import type { DriftObject, DriftReport } from "../report";
import { countOf, objectTitle } from "./titles";
import { noteText } from "./wording";

/** A changed name, with the objects that show it. */
export interface Note {
  /** As a sentence without a full stop. */
  readonly text: string;
  readonly property: string;
  readonly place: Place;
  readonly objects: readonly [DriftObject, ...DriftObject[]];
}

/** The notes of a report; one that several objects of a cluster show, such as of a renamed SVM, is told once. */
export function notesOf({ objects }: DriftReport): readonly Note[] {
  const notes = new Map<string, Note & { readonly objects: [DriftObject, ...DriftObject[]] }>();
  for (const object of objects) {
    for (const change of object.notes) {
      const text = noteText(change);
      const key = JSON.stringify([object.cluster, object.provider ?? null, change.property, text]);
      const known = notes.get(key);
      if (known === undefined) {
        notes.set(key, { text, property: change.property, place: object, objects: [object] });
      } else {
        known.objects.push(object);
      }
    }
  }
  return [...notes.values()];
}

/** Whom a note is about: the object, or how many. */
export function notedTitle({ objects }: Note): string {
  return objects.length === 1 ? objectTitle(objects[0]) : countOf(objects);
}
