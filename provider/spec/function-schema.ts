import { type FunctionDeclaration, functionDeclarations, listKey, type ReadRecord } from "../functions/declarations";
import { belongsToOneSvm, filterableOf } from "../reads/collection-reads";
import { isLeaf } from "../record/fields";
import { camelName } from "../record/record";
import { filterProperties, filterTypes, queryTypes } from "./filter-types";
import { alwaysThere, leafDoc, leafType, recordProperties, recordTypes, requiredOf, type Types } from "./record-types";
import { type Json, token, typeReference } from "./tokens";

/** Functions and their types by token. */
export interface FunctionSchema {
  readonly types: Readonly<Record<string, Json>>;
  readonly functions: Readonly<Record<string, Json>>;
}

/** What the package schema says of the functions. */
export function functionSchema(): FunctionSchema {
  const records = new Set(functionDeclarations.map(({ reads }) => reads.record));
  return {
    types: Object.fromEntries([...queryTypes(), ...[...records].flatMap(typesOf)]),
    functions: Object.fromEntries(
      functionDeclarations.map((declared) => [
        token(declared.name),
        { description: declared.doc, inputs: inputsOf(declared), outputs: outputsOf(declared) },
      ]),
    ),
  };
}

function typesOf(record: ReadRecord): Types {
  const { type } = record.functions;
  const item = [token(itemName(record)), { description: record.doc, ...recordObject(record) }] as const;
  return [...recordTypes(type, record.fields), item, ...filterTypes(type, filterableOf(record))];
}

function itemName({ functions: { type } }: ReadRecord): string {
  return `${type}Record`;
}

function recordObject({ fields, functions: { type } }: ReadRecord): Json {
  return { type: "object", properties: recordProperties(type, fields), ...requiredOf(alwaysThere(fields)) };
}

const count = { type: "integer", description: "How many match." };

function outputsOf({ returns, reads: { record } }: FunctionDeclaration): Json {
  switch (returns) {
    case "one":
      return recordObject(record);
    case "list": {
      const key = listKey(record);
      const records = { type: "array", items: typeReference(itemName(record)), description: "All that match." };
      return { type: "object", properties: { [key]: records, count }, required: [key, "count"] };
    }
    case "count":
      return { type: "object", properties: { count }, required: ["count"] };
  }
}

function inputsOf({ returns, reads: { record } }: FunctionDeclaration): Json {
  const { maxRecords, orderBy, fields, cluster } = options(record);
  if (returns === "one") {
    const keys = keysOf(record);
    return { type: "object", properties: { ...keys, fields, cluster }, ...requiredOf(Object.keys(keys)) };
  }
  const owner = belongsToOneSvm(record) ? { svm: ownerSvm, ...parameters(record) } : {};
  const filters = filterProperties(record.functions.type, filterableOf(record));
  return {
    type: "object",
    properties: {
      ...owner,
      ...filters,
      ...(returns === "list" ? { fields, orderBy } : {}),
      maxRecords,
      cluster,
    },
    ...requiredOf(belongsToOneSvm(record) ? ["svm"] : []),
  };
}

/** Resources declare the type, so that a program can pass what a resource returns. */
const ownerSvm = {
  ...typeReference("Svm"),
  description: "The SVM, by name, UUID or both; with both the UUID decides.",
};

function keysOf({ keys, fields }: ReadRecord): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const field = fields[key];
      return field === undefined || !isLeaf(field)
        ? [["svm", ownerSvm]]
        : [[camelName(key), { ...leafType(field), description: leafDoc(field) }]];
    }),
  );
}

function parameters(record: ReadRecord): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(record.parameters ?? {}).map(([name, { doc, default: usual }]) => [
      name,
      { type: "string", description: `${doc} Default: \`${usual}\`.` },
    ]),
  );
}

function options({ functions: { examples } }: ReadRecord) {
  return {
    fields: {
      type: "array",
      items: { type: "string" },
      description: `Fields to return, by dotted name such as \`${examples.fields}\`; \`*\` stands for all that cost the array nothing. Default: \`*\`. What was not asked for is absent; what identifies the object is always there.`,
    },
    orderBy: {
      type: "array",
      items: { type: "string" },
      description:
        "Fields to order by, by dotted name, each with an optional direction: `svm.name desc`. Default: ONTAP's order.",
    },
    maxRecords: {
      type: "integer",
      description:
        "Records per page, 1 or more. Never a limit of the result: further pages are followed. Default: ONTAP's own.",
    },
    cluster: {
      type: "string",
      description: "Name of a cluster in `ontap-iscsi:clusters`. Default: the one that the provider is configured for.",
    },
  } as const;
}
