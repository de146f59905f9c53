/** Properties as they come from the engine or a file, before anything is known of their shape. */
export type PropertyMap = Readonly<Record<string, unknown>>;

/** The value as a bag, or undefined where it is something else. */
export function asObject(value: unknown): PropertyMap | undefined {
  return isObject(value) ? value : undefined;
}

function isObject(value: unknown): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text at a path, or undefined where there is none. */
export function textAt(properties: PropertyMap | undefined, ...path: readonly string[]): string | undefined {
  const value = valueAt(properties, ...path);
  return typeof value === "string" ? value : undefined;
}

/** The value at a path, or undefined where there is none. */
export function valueAt(properties: PropertyMap | undefined, ...path: readonly string[]): unknown {
  let value: unknown = properties;
  for (const key of path) {
    value = asObject(value)?.[key];
  }
  return value;
}

/** A value and where it is. */
export interface PlacedValue {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** The properties with other values at these paths. What is on the way and no object becomes one. */
export function withValuesAt(properties: PropertyMap, values: readonly PlacedValue[]): PropertyMap {
  const inside = new Map<string, PlacedValue[]>();
  for (const { path, value } of values) {
    const [name, ...rest] = path;
    if (name !== undefined) {
      const below = inside.get(name) ?? [];
      below.push({ path: rest, value });
      inside.set(name, below);
    }
  }
  const changed = [...inside].map(([name, below]) => {
    const whole = below.find(({ path }) => path.length === 0);
    return [name, whole === undefined ? withValuesAt(asObject(properties[name]) ?? {}, below) : whole.value] as const;
  });
  return { ...properties, ...Object.fromEntries(changed) };
}

/** Without null and undefined values, at any depth but not as items of lists. To a program, null means not given. */
export function withoutNulls(properties: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [[key, withoutNullsInside(value)]],
    ),
  );
}

function withoutNullsInside(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNullsInside);
  }
  const properties = asObject(value);
  return properties === undefined ? value : withoutNulls(properties);
}

/** Without null and undefined values and, below the top, without objects and lists that are left empty. */
export function compact(properties: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) => {
      const kept = compactValue(value);
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
}

function compactValue(value: unknown): unknown {
  if (value === null || value === undefined) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : value;
  }
  const properties = asObject(value);
  if (properties === undefined) {
    return value;
  }
  const kept = compact(properties);
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** True for two values of the same JSON, whatever the order of their keys. */
export function deepEqual(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => deepEqual(item ?? null, b[at] ?? null));
  }
  if (!isObject(a) || !isObject(b)) {
    return false;
  }
  const given = Object.keys(a).filter((key) => a[key] !== undefined);
  return (
    given.length === Object.keys(b).filter((key) => b[key] !== undefined).length &&
    given.every((key) => Object.hasOwn(b, key) && deepEqual(a[key], b[key]))
  );
}

/** JSON with sorted keys; undefined values count as absent. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonical(item ?? null)).join()}]`;
  }
  if (!isObject(value)) {
    return JSON.stringify(value);
  }
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    if (value[key] !== undefined) {
      members.push(`${JSON.stringify(key)}:${canonical(value[key])}`);
    }
  }
  return `{${members.join()}}`;
}
