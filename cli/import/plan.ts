import { typeToken } from "../../provider/dynamic";
import type { FoundObject } from "../../provider/inventory";
import { textAt } from "../../provider/schema";
import type { Direction, KnownPasswords } from "./passwords";
import { type PasswordPlace, secretNames } from "./secret-names";
import type { SvmInventory } from "./svm-inventory";

/** An object to import, under its name in the program. */
export interface PlannedResource {
  readonly type: string;
  readonly className: "IscsiService" | "IscsiCredentials";
  readonly name: string;
  readonly object: FoundObject;
  /** Its CHAP passwords; none for most kinds. */
  readonly passwords: readonly PlannedPassword[];
}

/** A password of a CHAP user that exists on the array. */
export interface PlannedPassword {
  readonly direction: Direction;
  /** Name of the config secret that the program takes it from. */
  readonly secret: string;
  /** Undefined where nobody told. */
  readonly value: string | undefined;
}

/** Everything to import from one SVM. */
export interface PlannedSvm {
  readonly svm: SvmInventory["svm"];
  readonly service: PlannedResource | undefined;
  readonly credentials: readonly PlannedResource[];
}

/** What will be written, before anything is. */
export interface ImportPlan {
  readonly cluster: string | undefined;
  readonly svms: readonly PlannedSvm[];
  readonly resources: readonly PlannedResource[];
  readonly passwords: readonly PlannedPassword[];
  /** What the passwords file names and the array has no CHAP user for. */
  readonly unused: readonly string[];
}

/**
 * Names every object and its passwords. A resource is named like its entry in the passwords file, `<svm>` or
 * `<svm>/<initiator>`, behind the cluster's name where it has one: unlike all others, and the same in every run.
 */
export function planImport(
  inventory: readonly SvmInventory[],
  known: KnownPasswords,
  cluster: string | undefined,
): ImportPlan {
  const placesOfAll = new Map(
    inventory.flatMap(({ credentials }) => credentials.map((object) => [object, placesOf(object)] as const)),
  );
  const places = [...placesOfAll.values()].flat();
  const names = secretNames(places);
  const prefix = cluster === undefined ? "" : `${cluster}/`;
  const svms = inventory.map(
    ({ svm, service, credentials }): PlannedSvm => ({
      svm,
      service: service && {
        type: typeToken("IscsiService"),
        className: "IscsiService",
        name: `${prefix}${svm.name}`,
        object: service,
        passwords: [],
      },
      credentials: credentials.map((object) => {
        const key = keyOf(svm.name, initiatorOf(object));
        return {
          type: typeToken("IscsiCredentials"),
          className: "IscsiCredentials",
          name: `${prefix}${key}`,
          object,
          passwords: (placesOfAll.get(object) ?? []).flatMap((place) =>
            planned(place, names.get(place), known.get(key)),
          ),
        };
      }),
    }),
  );
  const resources = svms.flatMap(({ service, credentials }) => [...(service ? [service] : []), ...credentials]);
  return {
    cluster,
    svms,
    resources,
    passwords: resources.flatMap(({ passwords }) => passwords),
    unused: unusedKeys(known, places),
  };
}

function planned(
  { direction }: PasswordPlace,
  secret: string | undefined,
  known: Readonly<Partial<Record<Direction, string>>> | undefined,
): readonly PlannedPassword[] {
  return secret === undefined ? [] : [{ direction, secret, value: known?.[direction] }];
}

function placesOf(object: FoundObject): readonly PasswordPlace[] {
  return (["inbound", "outbound"] as const)
    .filter((direction) => textAt(object.inputs, "chap", direction, "user") !== undefined)
    .map((direction) => ({ svm: object.svm.name, initiator: initiatorOf(object), direction }));
}

function unusedKeys(known: KnownPasswords, places: readonly PasswordPlace[]): readonly string[] {
  const wanted = new Set(places.map(({ svm, initiator, direction }) => `${keyOf(svm, initiator)} ${direction}`));
  return [...known].flatMap(([key, passwords]) =>
    Object.keys(passwords)
      .map((direction) => `${key} ${direction}`)
      .filter((name) => !wanted.has(name)),
  );
}

function keyOf(svm: string, initiator: string): string {
  return `${svm}/${initiator}`;
}

function initiatorOf({ inputs }: FoundObject): string {
  return textAt(inputs, "initiator") ?? "";
}
