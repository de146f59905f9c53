import { asObject, canonical, type PropertyMap } from "../schema/property-map";
import type { RowsOf } from "./table/rows";

/** An object that a resource means: the type of a resource of its own, and by what it is told from others of the type. */
export type MeantObject = readonly [type: string, identity: PropertyMap];

/** The object that a resource is, told from others of its type by `identity`, and those that are its rows. */
export function objectsOf(
  type: string,
  identity: PropertyMap,
  rows: RowsOf | undefined,
  values: PropertyMap,
): readonly MeantObject[] {
  const inside =
    rows === undefined
      ? []
      : Object.keys(asObject(values[rows.property]) ?? {}).map(
          (name): MeantObject => [rows.type, { ...identity, [rows.namedBy]: name }],
        );
  return [[type, identity], ...inside];
}

/** A resource that means an object, as messages name it. */
interface Claim {
  /** Name of its class. */
  readonly type: string;
  readonly name: string;
  readonly urn: string;
}

/** Which resource of a program means which object. */
export class Claims {
  readonly #byObject = new Map<string, Claim>();

  /**
   * Notes that a resource means the object of that kind with these arguments, which tell it from all others. What is wrong with that, where another resource named the same object in the same way before; undefined where none did.
   */
  claim(resource: Claim, kind: string, identity: Readonly<Record<string, unknown>>): string | undefined {
    const object = canonical([kind, identity]);
    const first = this.#byObject.get(object);
    if (first === undefined) {
      this.#byObject.set(object, resource);
      return undefined;
    }
    if (first.urn === resource.urn) {
      return undefined;
    }
    return `${titleOf(resource, first)} means the same object as ${titleOf(first, resource)} (${shown(identity)}). Remove one of the two from the program, or give it an object of its own.`;
  }
}

/** Names alone, and the URN where both have the same name. */
function titleOf({ type, name, urn }: Claim, other: Claim): string {
  return name === other.name ? `${type} "${name}" (${urn})` : `${type} "${name}"`;
}

function shown(identity: Readonly<Record<string, unknown>>): string {
  return Object.entries(identity)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => `${key} ${JSON.stringify(value)}`)
    .join(", ");
}
