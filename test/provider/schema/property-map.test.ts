import fc from "fast-check";
import {
  asObject,
  canonical,
  compact,
  deepEqual,
  textAt,
  valueAt,
  withoutNulls,
} from "../../../provider/schema/property-map";

describe("a bag", () => {
  it("is an object and nothing else", () => {
    expect(asObject({ a: 1 })).toEqual({ a: 1 });
    expect([null, undefined, [], "a", 1, true].map(asObject)).toEqual(Array(6).fill(undefined));
  });

  it("gives the value at a path, and undefined where a part of the path is missing or no object", () => {
    const bag = { a: { b: "text", n: 5, none: null }, list: [{ b: "text" }] };
    expect(valueAt(bag, "a", "b")).toBe("text");
    expect(valueAt(bag, "a", "none")).toBeNull();
    expect([valueAt(bag, "x", "b"), valueAt(bag, "a", "b", "c"), valueAt(bag, "list", "0")]).toEqual(
      Array(3).fill(undefined),
    );
    expect([textAt(bag, "a", "b"), textAt(bag, "a", "n"), textAt(undefined, "a")]).toEqual([
      "text",
      undefined,
      undefined,
    ]);
  });

  it("without nulls has the same values otherwise; a null in a list stays, since it is a mistake", () => {
    expect(withoutNulls({ a: null, b: { c: null, d: {} }, e: [], f: [null, { g: null }], h: false, i: "" })).toEqual({
      b: { d: {} },
      e: [],
      f: [null, {}],
      h: false,
      i: "",
    });
  });

  it("is compact without nulls, empty objects and empty lists, at any depth; false, 0 and empty text count", () => {
    expect(compact({ a: null, b: undefined, c: {}, d: [], e: { f: { g: [] }, h: 0 }, i: false, j: "" })).toEqual({
      e: { h: 0 },
      i: false,
      j: "",
    });
  });
});

describe("two values", () => {
  it("are the same whatever the order of keys, and undefined counts as absent", () => {
    expect(deepEqual({ a: 1, b: { c: 2, d: undefined } }, { b: { c: 2 }, a: 1 })).toBe(true);
    expect(canonical({ b: 1, a: [{ d: 1, c: 2 }] })).toBe('{"a":[{"c":2,"d":1}],"b":1}');
  });

  it("are the same just where their JSON with sorted keys is", () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constant({ a: undefined, b: [undefined, { toString: 1 }] }),
    );
    const shuffled = (text: string): unknown =>
      JSON.parse(text, (_key, inner: unknown) => {
        const inside = asObject(inner);
        return inside === undefined ? inner : Object.fromEntries(Object.entries(inside).reverse());
      });
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(deepEqual(a, b)).toBe(canonical(a) === canonical(b));
        expect(deepEqual(a, shuffled(JSON.stringify(a)))).toBe(true);
        expect(shuffled(canonical(a))).toEqual(shuffled(JSON.stringify(a)));
      }),
    );
  });

  it("differ by a key that every object inherits", () => {
    expect([deepEqual(JSON.parse('{"__proto__":{}}'), {}), deepEqual({ a: {} }, { constructor: {} })]).toEqual([
      false,
      false,
    ]);
  });

  it("differ by order of a list, by type, by null and absence", () => {
    expect([deepEqual([1, 2], [2, 1]), deepEqual(1, "1"), deepEqual({ a: null }, {}), deepEqual({}, [])]).toEqual(
      Array(4).fill(false),
    );
  });
});
