import type { Provenance } from "../../provenance";
import { isSamePlace, type Place, placeName } from "../../stack/place";
import type { DriftObject, UnknownCause, UnmanagedObject } from "../report";
import { className } from "./wording";

/** Objects of one cause that are named before they are only counted. */
const NAMED = 5;

/** An object by its name in the program: `host1`; a row of a table `iqn.1998-01.com.example:host1 of hosts`. */
export function objectName({ name, row }: DriftObject): string {
  return row === undefined ? name : `${row} of ${name}`;
}

/** An object by the names that people know: `host1 on SVM svm1`. */
export function objectTitle(object: DriftObject): string {
  return `${objectName(object)} on SVM ${object.svm}`;
}

/** The part of an id that names the object on its SVM, such as an initiator; empty where the SVM has one of the kind. */
export function nameOnSvm({ id }: UnmanagedObject): string {
  return id.includes("/") ? id.slice(id.indexOf("/") + 1) : "";
}

/** An object in no state, as far as it has a name: `iqn.1998-01.com.example:host1 on SVM svm1`. */
export function unmanagedTitle(object: UnmanagedObject): string {
  return `${nameOnSvm(object) || className(object.type)} on SVM ${object.svm}`;
}

/** `4 objects` */
export function countOf(objects: readonly unknown[]): string {
  return objects.length === 1 ? "1 object" : `${objects.length} objects`;
}

/** The objects of a cause, the first by name. Empty where there are none. */
export function namesOf({ objects }: UnknownCause): string {
  const names = objects.slice(0, NAMED).map(objectTitle).join(", ");
  return objects.length > NAMED ? `${names} and ${objects.length - NAMED} more` : names;
}

/** An array by its name, where it has one, and its address, where it is known: `east (https://cluster2)`. */
export function arrayTitle(place: Place, { clusters }: Provenance): string {
  const address = clusters.find((asked) => isSamePlace(asked, place))?.address;
  const name = placeName(place);
  return name === undefined ? (address ?? "") : address === undefined ? name : `${name} (${address})`;
}
