import { createHash } from "node:crypto";

/** A password that the program takes from the stack's configuration. */
export interface PasswordPlace {
  readonly svm: string;
  readonly initiator: string;
  readonly direction: "inbound" | "outbound";
}

/**
 * A name for the config secret of each password, legal and unique: by the last part of the initiator's name
 * where that is enough, else by the whole, else with a digest.
 */
export function secretNames(places: readonly PasswordPlace[]): ReadonlyMap<PasswordPlace, string> {
  const short = places.map((place) => [place, nameOf(place, lastPart(place.initiator))] as const);
  const counts = new Map<string, number>();
  for (const [, name] of short) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = new Map(short.filter(([, name]) => counts.get(name) === 1));
  const taken = new Set(counts.keys());
  for (const place of places.filter((one) => !names.has(one))) {
    const whole = nameOf(place, place.initiator);
    const name = taken.has(whole) ? `${whole}-${digest(place)}` : whole;
    taken.add(name);
    names.set(place, name);
  }
  return names;
}

function nameOf({ svm, direction }: PasswordPlace, initiator: string): string {
  const parts = [svm, initiator, ...(direction === "outbound" ? ["outbound"] : [])];
  return parts.map((part) => part.replace(/[^A-Za-z0-9._-]+/g, "-")).join("-");
}

function lastPart(initiator: string): string {
  const last = initiator.slice(initiator.lastIndexOf(":") + 1);
  return last === "" ? initiator : last;
}

function digest({ svm, initiator, direction }: PasswordPlace): string {
  return createHash("sha256").update(`${svm}/${initiator}/${direction}`).digest("hex").slice(0, 8);
}
