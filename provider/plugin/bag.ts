import { type JavaScriptValue, Struct, Value } from "google-protobuf/google/protobuf/struct_pb";
import { OntapError } from "../rest";
import { asObject, type PropertyMap } from "../schema/property-map";
import { UNKNOWN } from "../schema/unknown";
import { EACH } from "../spec/secrets";

/** The key by which the engine marks an object that stands for a value of a special kind. */
const KIND = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
/** A value with what it depends on; one that is not known yet has none. */
const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** No argument of ours is nested half as deep. */
const DEEPEST = 64;

/** The way to a value inside of properties. Into a list none leads: it is a secret as a whole. */
export type Path = readonly string[];

/** Properties out of a message, and where in them the engine has secrets. */
export interface Received {
  readonly values: PropertyMap;
  readonly secrets: readonly Path[];
}

/** Reads properties, in which secrets come wrapped. Throws `configuration` where they are nested too deep. */
export function received(struct: Struct | undefined): Received {
  const secrets: Path[] = [];
  return { values: struct === undefined ? {} : unwrappedFields(struct, [], secrets, 0), secrets };
}

/** Writes properties, with whatever stands at these places as secrets. Undefined values are left out. */
export function packed(values: PropertyMap, secrets: readonly Path[]): Struct {
  const plain: Record<string, JavaScriptValue> = JSON.parse(JSON.stringify(sealed(values, placesOf(secrets))));
  return Struct.fromJavaScript(plain);
}

function unwrappedFields(struct: Struct, path: Path, secrets: Path[], depth: number): PropertyMap {
  const values: Array<readonly [string, unknown]> = [];
  struct.getFieldsMap().forEach((value, name) => {
    values.push([name, unwrapped(value, [...path, name], secrets, depth + 1)]);
  });
  return Object.fromEntries(values);
}

function unwrapped(value: Value, path: Path, secrets: Path[], depth: number): unknown {
  if (depth > DEEPEST) {
    throw new OntapError({
      code: "configuration",
      operation: "read the properties",
      reason: `they are nested more than ${DEEPEST} levels deep`,
    });
  }
  const struct = value.getStructValue();
  if (struct !== undefined) {
    return unwrappedStruct(struct, path, secrets, depth);
  }
  const list = value.getListValue();
  if (list === undefined) {
    return value.getKindCase() === Value.KindCase.KIND_NOT_SET ? null : value.toJavaScript();
  }
  const inside: Path[] = [];
  const items = list.getValuesList().map((item) => unwrapped(item, [], inside, depth + 1));
  if (inside.length > 0) {
    secrets.push(path);
  }
  return items;
}

function unwrappedStruct(struct: Struct, path: Path, secrets: Path[], depth: number): unknown {
  const fields = struct.getFieldsMap();
  const kind = fields.get(KIND)?.getStringValue();
  if (kind !== SECRET && kind !== OUTPUT) {
    return unwrappedFields(struct, path, secrets, depth);
  }
  if (kind === SECRET || fields.get("secret")?.getBoolValue() === true) {
    secrets.push(path);
  }
  const value = fields.get("value");
  // What is inside a secret is one with it, so no further places are noted.
  return value === undefined ? UNKNOWN : unwrapped(value, path, kind === SECRET ? [] : secrets, depth + 1);
}

/** Where inside of a value secrets are, by name; in a map, {@link EACH} stands for every name. */
interface Places {
  /** True where the value itself is one. */
  isSecret: boolean;
  readonly inside: Map<string, Places>;
}

function placesOf(paths: readonly Path[]): Places {
  const root: Places = { isSecret: false, inside: new Map() };
  for (const path of paths) {
    let place = root;
    for (const name of path) {
      const inner = place.inside.get(name) ?? { isSecret: false, inside: new Map() };
      place.inside.set(name, inner);
      place = inner;
    }
    place.isSecret = true;
  }
  return root;
}

function sealed(values: PropertyMap, ...places: readonly Places[]): PropertyMap {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const inside = places.flatMap((place) => [place.inside.get(name) ?? [], place.inside.get(EACH) ?? []].flat());
      return [name, inside.length === 0 ? value : sealedValue(value, inside)];
    }),
  );
}

function sealedValue(value: unknown, places: readonly Places[]): unknown {
  if (value === undefined || value === null) {
    return value;
  }
  const inner = asObject(value);
  return inner !== undefined && places.every(({ isSecret }) => !isSecret)
    ? sealed(inner, ...places)
    : { [KIND]: SECRET, value };
}
