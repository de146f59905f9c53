import type { Bag } from "../../test/engine/bag";
import { WIRE_NAMES } from "./wire-names";

const STEP = /\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g;

/** What a check failure names, as a path: `["chap"]`, `initiatorAddress.ranges[0].end`. */
export function pathOf(property: string): readonly string[] {
  return Array.from(property.matchAll(STEP), ([, quoted, index, plain]) => quoted ?? index ?? plain ?? "");
}

/** The value at a path; undefined where there is none, and for null, which means not given. */
export function valueAt(args: Bag, path: readonly string[]): unknown {
  let value: unknown = args;
  for (const name of path) {
    const inside = new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
    value = inside.get(name);
  }
  return value ?? undefined;
}

/** True where a failure and the field that the array blames are the same, or one is inside the other. */
export function isAbout(path: readonly string[], field: string): boolean {
  const own = path.filter((name) => !/^\d+$/.test(name)).map((name) => WIRE_NAMES.get(name) ?? name);
  const blamed = field.split(".");
  return own.every((name, at) => at >= blamed.length || blamed[at] === name);
}
