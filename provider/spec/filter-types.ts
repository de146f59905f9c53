import { operatorsFor, type QueryOperator } from "../functions/query-operators";
import { type Field, type Fields, isLeaf, type Leaf } from "../record/fields";
import { camelName } from "../record/record";
import { innerBase, leafDoc, leafType, readable, type Types } from "./record-types";
import { type Json, token, typeReference } from "./tokens";

/** The kinds of queries: a type each, by the fields that it is for. Timestamps are strings. */
const QUERIES = [
  { name: "StringQuery", kind: "text", of: "a string or a timestamp" },
  { name: "IntegerQuery", kind: "integer", of: "a whole number" },
  { name: "BooleanQuery", kind: "boolean", of: "a boolean" },
] as const;

/** The filters of a record: its own shape, everything optional, lists as their items. */
export function filterProperties(base: string, fields: Fields): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    readable(fields).map(([name, field]) => {
      const type = isLeaf(field) ? valueOrQuery(field) : typeReference(filterName(innerBase(base, name, field)));
      return [camelName(name), { ...type, description: filterDoc(field) }];
    }),
  );
}

/** The types inside such filters. */
export function filterTypes(base: string, fields: Fields): Types {
  return readable(fields).flatMap(([name, field]): Types => {
    if (isLeaf(field)) {
      return [];
    }
    const inner = innerBase(base, name, field);
    const described = `Filters. ${field.typeDoc ?? field.doc}`;
    const properties = filterProperties(inner, field.fields);
    return [
      ...filterTypes(inner, field.fields),
      [token(filterName(inner)), { type: "object", description: described, properties }],
    ];
  });
}

/** The types of queries: ONTAP's query language as objects of one key. */
export function queryTypes(): Types {
  return QUERIES.map(({ name, kind, of }) => {
    const properties = operatorsFor(kind).map(([operator, declared]) => [
      operator,
      { ...operandType(declared, kind), description: declared.doc },
    ]);
    return [
      token(name),
      {
        type: "object",
        description: `A query for ${of}, in ONTAP's query language: exactly one of the properties.`,
        properties: Object.fromEntries(properties),
      },
    ];
  });
}

function valueOrQuery(leaf: Pick<Leaf, "kind">): Json {
  const query = QUERIES.find(({ kind }) => kind === (leaf.kind === "timestamp" ? "text" : leaf.kind));
  return query === undefined ? leafType(leaf) : { oneOf: [leafType(leaf), typeReference(query.name)] };
}

function operandType({ operand }: QueryOperator, kind: Leaf["kind"]): Json {
  switch (operand) {
    case "pattern":
    case "expression":
      return { type: "string" };
    case "true":
      return { type: "boolean" };
    case "value":
      return leafType({ kind });
    case "two-values":
      return { type: "array", items: leafType({ kind }) };
    case "value-or-query":
      return valueOrQuery({ kind });
    case "values-or-queries":
      return { type: "array", items: valueOrQuery({ kind }) };
  }
}

/** A filter never returns its field, so that what returning it costs is not said. */
function filterDoc(field: Field): string {
  const { expensive: _expensive, ...others } = field;
  return leafDoc(others);
}

function filterName(inner: string): string {
  return `${inner}Filter`;
}
