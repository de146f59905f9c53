import { OntapError } from "../../provider/rest";
import { type FieldTree, isList, Leaf } from "./field-tree";
import { wireName } from "./wire-names";

/**
 * A record of ONTAP's in camelCase, cut to a tree: no `_links`, no unset fields (absent rather than null), nothing that
 * was not asked for, whatever ONTAP may add. Throws `malformed` where a field has another type than documented.
 */
export function fromWire<T>(noun: string, tree: FieldTree, wire: unknown): T {
  const record = converted(tree, wire);
  if (!conforms<T>(tree, record)) {
    throw new OntapError({
      code: "malformed",
      operation: `read an ${noun}`,
      reason: "one of its fields has another type than ONTAP documents",
      hint: "Check that the host is ONTAP's management address and that no proxy answers in its place.",
    });
  }
  return record;
}

function converted(node: FieldTree[string], wire: unknown): unknown {
  if (node instanceof Leaf) {
    return node.normalize(wire);
  }
  if (isList(node)) {
    return Array.isArray(wire) ? wire.map((item) => converted(node[0], item)) : wire;
  }
  if (typeof wire !== "object" || wire === null || Array.isArray(wire)) {
    return wire;
  }
  const values = new Map<string, unknown>(Object.entries(wire));
  return Object.fromEntries(
    Object.entries(node).flatMap(([name, inner]) => {
      const value = values.get(wireName(name));
      return value === undefined || value === null ? [] : [[name, converted(inner, value)]];
    }),
  );
}

function conforms<T>(node: FieldTree[string], value: unknown): value is T {
  if (node instanceof Leaf) {
    return node.accepts(value);
  }
  if (isList(node)) {
    return Array.isArray(value) && value.every((item) => conforms(node[0], item));
  }
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(([name, inner]) => {
      const known = node[name];
      return known !== undefined && conforms(known, inner);
    })
  );
}
