import { belongsToOneSvm } from "../../provider/reads/collection-reads";
import { fieldDoc } from "../../provider/record/field-doc";
import type { Field, Shape } from "../../provider/record/fields";
import { camelName, type DataFunctions, identifiersOf, inexpensiveOf } from "../../provider/record/record";
import { docComment, interfaceOf, namedShapes, typeOf, withArticle } from "./record-types";
import { fileOf, nameOf, type ReadRecord } from "./records";

/** The module of a record's types and data functions. Named types that an earlier record brought are imported. */
export function dataFunctions(record: ReadRecord, earlier: readonly ReadRecord[]): string {
  const shapes = [...namedShapes(record.fields)];
  const borrowed = new Map(shapes.flatMap(([name]) => origin(name, earlier)));
  const own = shapes.filter(([name]) => !borrowed.has(name));
  return `${[importsOf(record, borrowed), ...typesOf(record, own), ...functionsOf(record)].join("\n\n")}\n`;
}

function origin(name: string, earlier: readonly ReadRecord[]): ReadonlyArray<readonly [string, string]> {
  const from = earlier.find(({ fields }) => namedShapes(fields).has(name));
  return from === undefined ? [] : [[name, fileOf(from)]];
}

/** Every import that such a module may need; the formatter takes out those that it does not. */
function importsOf(record: ReadRecord, borrowed: ReadonlyMap<string, string>): string {
  return `// Made by \`npm run generate\` from provider/rest/${fileOf(record)}.ts; change it there.

import type * as pulumi from "@pulumi/pulumi";
import { recordReads } from "../../provider/reads/records";
import type { FilterOf } from "./filter";
import { type FieldsInput, type Inputs, whenKnown } from "./inputs";
import { programReads } from "./program-reads";
import type { ClusterArgs, CountArgs, GetArgs, ListArgs } from "./read-arguments";
import type { FieldsOf, OrderOf, Selected } from "./selection";
import type { SvmReference } from "./svm-reference";
${[...borrowed].map(([type, from]) => `import type { ${type} } from "./${from}";`).join("\n")}`;
}

/** True for a record whose own keys tell it from those of every SVM. */
function hasOwnKeys({ keys }: ReadRecord): boolean {
  return !keys.includes("svm.uuid");
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function quotedUnion(wireNames: readonly string[]): string {
  return wireNames.map((name) => JSON.stringify(camelName(name))).join(" | ");
}

function typesOf(record: ReadRecord, shapes: ReadonlyArray<readonly [string, Shape]>): string[] {
  const { type, one, examples } = record.functions;
  const expensive = Object.keys(record.fields).filter((name) => !inexpensiveOf(record).includes(name));
  const keyof =
    expensive.length === 0 ? `keyof ${type}Record` : `Exclude<keyof ${type}Record, ${quotedUnion(expensive)}>`;
  const filtered = belongsToOneSvm(record) ? `Omit<${type}Record, "svm">` : `${type}Record`;
  const since = record.since === undefined ? "" : ` Since ONTAP ${record.since}.`;
  return [
    ...shapes.map(([name, { fields, typeDoc = "" }]) => interfaceOf(name, typeDoc, fields)),
    interfaceOf(`${type}Record`, `${record.doc} Source: ${record.source}.${since}`, record.fields),
    `/** Fields to ask of ${withArticle(one)}: \`"*"\`, or dotted names such as \`"${examples.fields}"\`. */
export type ${type}Fields = FieldsOf<${type}Record>;`,
    `/** ${capitalised(withArticle(one))} cut to the fields that were asked for, and its identifiers. */
export type ${type}Result<F extends ${type}Fields = "*"> = Selected<${type}Record, ${quotedUnion(identifiersOf(record))}, ${keyof}, F>;`,
    `/** Filters of ${one}s: every field that ONTAP documents as a query parameter. */
export type ${type}Filter = FilterOf<${filtered}>;`,
    optionsOf(record),
    `/** Filters and options of the functions that list ${one}s. */
export type ${type}sArgs<F extends ${type}Fields = "*"> = ${type}Filter & ${type}Options & {
/** Fields to answer. Default \`"*"\`; what was not asked for is absent, also from the type. */
readonly fields?: F;
};`,
    `/** {@link ${type}sArgs} as inputs. */
export type ${type}sOutputArgs<F extends ${type}Fields = "*"> = Inputs<${type}Filter & ${type}Options> & FieldsInput<F>;`,
    keysOf(record),
  ];
}

function optionsOf(record: ReadRecord): string {
  const { type, one } = record.functions;
  const doc = `/** Options of the functions that list ${one}s. */`;
  if (!belongsToOneSvm(record)) {
    return `${doc}\nexport type ${type}Options = ListArgs<OrderOf<${type}Record>>;`;
  }
  const parameters = Object.entries(record.parameters ?? {}).map(
    ([name, { doc: told, values, default: usual }]) =>
      `${docComment([`${told} Default \`${usual}\`.`])}\nreadonly ${name}?: ${values.map((value) => JSON.stringify(value)).join(" | ")};`,
  );
  return `${doc}\nexport interface ${type}Options extends ListArgs<OrderOf<${type}Record>> {
/** The SVM, by name, UUID or both. A name alone costs a request more. */
readonly svm: SvmReference;
${parameters.join("\n")}
}`;
}

/** The keys besides the SVM. */
function ownKeys({ keys, fields }: ReadRecord): ReadonlyArray<readonly [string, Field]> {
  return keys.flatMap((key) => {
    const field = fields[key];
    return field === undefined ? [] : [[key, field] as const];
  });
}

function keysOf(record: ReadRecord): string {
  const { type, one } = record.functions;
  const members = ownKeys(record).map(
    ([name, field]) => `${docComment([fieldDoc(field)])}\nreadonly ${camelName(name)}: ${typeOf(field)};`,
  );
  return members.length === 0
    ? `/** The key of one ${one}, its SVM. */\nexport type ${type}Keys = GetArgs;`
    : `/** The keys of one ${one}. */\nexport interface ${type}Keys extends ${hasOwnKeys(record) ? "ClusterArgs" : "GetArgs"} {\n${members.join("\n")}\n}`;
}

/** Pulumi's options, the last argument of each function, for promises and for outputs. */
const OPTS = "opts: pulumi.InvokeOptions = {}";
const OUTPUT_OPTS = "opts: pulumi.InvokeOutputOptions = {}";

const UNKNOWN = "Unknown in a preview while an input is, or a resource of `dependsOn`.";

function functionsOf(record: ReadRecord): string[] {
  const { type, one, notes = {}, examples } = record.functions;
  const single = belongsToOneSvm(record);
  const args = single ? "" : " = {}";
  const generic = `<F extends ${type}Fields = "*">`;
  const result = `${type}Result<F>`;
  const sentences = (...all: ReadonlyArray<string | undefined>) => [all.filter(Boolean).join(" ")];
  return [
    `const reads = programReads(recordReads.${nameOf(record)});`,
    `${docComment(sentences(`Gets one ${one}${single ? "" : ", in one request"}.`, "Throws `not-found` where it is not there.", notes.get), examples.get)}
export function get${type}${generic}(args: ${type}Keys & { readonly fields?: F }, ${OPTS}): Promise<${result}> {
  return reads.get(args, opts);
}`,
    `/** {@link get${type}} for inputs. ${UNKNOWN} */
export function get${type}Output${generic}(args: Inputs<${type}Keys> & FieldsInput<F>, ${OUTPUT_OPTS}): pulumi.Output<${result}> {
  return whenKnown(args, opts, reads.get<${result}>);
}`,
    `${docComment(sentences(`Lists the ${one}s that match, over all pages.`, notes.list), [examples.list])}
export function get${type}s${generic}(args: ${type}sArgs<F>${args}, ${OPTS}): Promise<Array<${result}>> {
  return reads.list(args, opts);
}`,
    `${docComment([`{@link get${type}s} for inputs. ${UNKNOWN}`], examples.listOutput === undefined ? [] : [examples.listOutput])}
export function get${type}sOutput${generic}(args: ${type}sOutputArgs<F>${args}, ${OUTPUT_OPTS}): pulumi.Output<Array<${result}>> {
  return whenKnown(args, opts, reads.list<${result}>);
}`,
    ...(single ? [] : findAndCount(record.functions, generic, result)),
    `${docComment(
      [`The ${one}s that match, one by one: a page is fetched when it is needed and no sooner.`],
      [
        `for await (const ${one} of iterate${type}s({ ${single ? 'svm: { name: "svm1" }, ' : ""}maxRecords: 100 })) { ... }`,
      ],
    )}
export function iterate${type}s${generic}(args: ${type}sArgs<F>${args}, ${OPTS}): AsyncGenerator<${result}, void> {
  return reads.iterate(args, opts);
}`,
  ];
}

function findAndCount({ type, one }: DataFunctions, generic: string, result: string): string[] {
  return [
    `/** Finds the ${one} that matches: undefined where none does. Throws \`ambiguous\` where more than one does. */
export function find${type}${generic}(args: ${type}sArgs<F>, ${OPTS}): Promise<${result} | undefined> {
  return reads.find(args, opts);
}`,
    `/** {@link find${type}} for inputs. ${UNKNOWN} */
export function find${type}Output${generic}(args: ${type}sOutputArgs<F>, ${OUTPUT_OPTS}): pulumi.Output<${result} | undefined> {
  return whenKnown(args, opts, reads.find<${result}>);
}`,
    `/** Counts the ${one}s that match. Fetches none of them. */
export function count${type}s(args: ${type}Filter & CountArgs = {}, ${OPTS}): Promise<number> {
  return reads.count(args, opts);
}`,
    `/** {@link count${type}s} for inputs. ${UNKNOWN} */
export function count${type}sOutput(args: Inputs<${type}Filter & CountArgs> = {}, ${OUTPUT_OPTS}): pulumi.Output<number> {
  return whenKnown(args, opts, reads.count);
}`,
  ];
}
