/** Properties as they come from the engine or a file, before anything is known of their shape. */
export type Bag = Readonly<Record<string, unknown>>;

/** The value as a bag, or undefined where it is something else. */
export function bagOf(value: unknown): Bag | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}

/** The text at a path, or undefined where there is none. */
export function textAt(bag: Bag | undefined, ...path: readonly string[]): string | undefined {
  const value = valueAt(bag, ...path);
  return typeof value === "string" ? value : undefined;
}

/** The value at a path, or undefined where there is none. */
export function valueAt(bag: Bag | undefined, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => bagOf(value)?.[key], bag);
}

/** Without null and undefined values, at any depth but not as items of lists. To a program, null means not given. */
export function withoutNulls(bag: Bag): Bag {
  return Object.fromEntries(
    Object.entries(bag).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [[key, withoutNullsInside(value)]],
    ),
  );
}

function withoutNullsInside(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNullsInside);
  }
  const bag = bagOf(value);
  return bag === undefined ? value : withoutNulls(bag);
}

/** Without null and undefined values and, below the top, without objects and lists that are left empty. */
export function compact(bag: Bag): Bag {
  return Object.fromEntries(
    Object.entries(bag).flatMap(([key, value]) => {
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
  const bag = bagOf(value);
  if (bag === undefined) {
    return value;
  }
  const kept = compact(bag);
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** True for two values of the same JSON, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** JSON with sorted keys; undefined values count as absent. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    const bag = bagOf(inner);
    return bag === undefined
      ? inner
      : Object.fromEntries(Object.entries(bag).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
}
