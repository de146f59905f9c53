import type { Failure } from "../../../provider/schema/failure";
import type { PropertyMap } from "../../../provider/schema/property-map";
import { SVM1 } from "../../names";

/** Arguments of a credential in which every property is given and nothing is wrong. */
export const completeCredential = {
  svm: { name: "svm1", uuid: SVM1 },
  initiator: "iqn.1998-01.com.corp.iscsi:name1",
  authenticationType: "chap",
  chap: {
    inbound: { user: "host1", password: "inbound-password" },
    outbound: { user: "array1", password: "outbound-password" },
  },
  initiatorAddress: {
    ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }],
    masks: [{ address: "10.1.0.0", netmask: "16" }],
  },
  cluster: "east",
  adopt: true,
  forceDisconnect: false,
} as const satisfies PropertyMap;

/** Arguments of a service in which every property is given and nothing is wrong. */
export const completeService = {
  svm: { name: "svm1", uuid: SVM1 },
  enabled: true,
  target: { alias: "prod" },
  cluster: "east",
  adopt: true,
  forceDisconnect: false,
} as const satisfies PropertyMap;

/** What the engine sends in a preview for a value that is not known yet, by type. */
export const UNKNOWNS = {
  text: "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  boolean: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  number: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  list: "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  asset: "030794c1-ac77-496b-92df-f27374a8bd58",
  archive: "e48ece36-62e2-4504-bad9-02848725956a",
  object: "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
} as const;

/** A path into arguments: keys of objects and indices of lists. */
export type Path = ReadonlyArray<string | number>;

/** Every path below a value, of leaves and of what holds them. */
export function pathsIn(value: unknown, above: Path = []): readonly Path[] {
  const entries: ReadonlyArray<readonly [string | number, unknown]> = Array.isArray(value)
    ? [...value.entries()]
    : typeof value === "object" && value !== null
      ? Object.entries(value)
      : [];
  return entries.flatMap(([key, inner]) => [[...above, key], ...pathsIn(inner, [...above, key])]);
}

/** A copy with another value at the path. */
export function withAt(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) {
    return replacement;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === key ? withAt(item, rest, replacement) : item));
  }
  const bag: PropertyMap = typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
  return { ...bag, [key]: withAt(bag[key], rest, replacement) };
}

/** The value at the path. */
export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null
        ? Object.entries(inner).find(([k]) => k === `${key}`)?.[1]
        : undefined,
    value,
  );
}

/** `property: code`, or the property alone where the failure names no code of ONTAP's; sorted. */
export function summary(failures: readonly Failure[]): readonly string[] {
  return failures
    .map(({ property, reason }) => [property, /\(ONTAP (\d+)\)$/.exec(reason)?.[1]].filter(Boolean).join(": "))
    .sort();
}
