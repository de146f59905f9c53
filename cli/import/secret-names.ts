import { createHash } from "node:crypto";
import { passwordLabels } from "./passwords";

/** A password that the program takes from the stack's configuration. */
export interface PasswordPlace {
  readonly svm: string;
  /** Name of the object on its SVM, where that may have several of the kind. */
  readonly name: string | undefined;
  /** Which password of the object: `inbound`. */
  readonly label: string;
}

/**
 * A name for the config secret of each password, legal and unique: by the last part of the object's name
 * where that is enough, else by the whole, else with a digest.
 */
export function secretNames(places: readonly PasswordPlace[]): ReadonlyMap<PasswordPlace, string> {
  const short = places.map((place) => [place, nameOf(place, lastPart(place.name))] as const);
  const counts = new Map<string, number>();
  for (const [, name] of short) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = new Map(short.filter(([, name]) => counts.get(name) === 1));
  const taken = new Set(counts.keys());
  for (const place of places.filter((one) => !names.has(one))) {
    const whole = nameOf(place, place.name);
    const name = taken.has(whole) ? `${whole}-${digest(place)}` : whole;
    taken.add(name);
    names.set(place, name);
  }
  return names;
}

function nameOf({ svm, label }: PasswordPlace, name: string | undefined): string {
  const parts = [svm, ...(name === undefined ? [] : [name]), ...(label === passwordLabels[0] ? [] : [label])];
  return parts.map((part) => part.replace(/[^A-Za-z0-9._-]+/g, "-")).join("-");
}

function lastPart(name: string | undefined): string | undefined {
  return name?.slice(name.lastIndexOf(":") + 1) || name;
}

function digest({ svm, name, label }: PasswordPlace): string {
  return createHash("sha256")
    .update(`${svm}/${name ?? ""}/${label}`)
    .digest("hex")
    .slice(0, 8);
}
