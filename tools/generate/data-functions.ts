import {
  camelName,
  type DataFunctions,
  identifiersOf,
  inexpensiveOf,
  type RecordSpec,
} from "../../provider/spec/record";
import type { Field, Shape } from "../../provider/spec/record-fields";
import { docComment, fieldDoc, interfaceOf, namedShapes, typeOf } from "./record-types";

/** A record that programs read, and where it is declared. */
export interface ReadRecord {
  /** Name of the file in `provider/rest/` and in `sdk/data/`. */
  readonly file: string;
  /** Name of the declaration in that file. */
  readonly name: string;
  readonly record: RecordSpec;
  readonly functions: DataFunctions;
}

/** The module of a record's types and data functions. Named types that an earlier record brought are imported. */
export function dataFunctions(one: ReadRecord, earlier: readonly ReadRecord[]): string {
  const shapes = [...namedShapes(one.record.fields)];
  const borrowed = new Map(shapes.flatMap(([name]) => origin(name, earlier)));
  const body = [
    ...typesOf(
      one,
      shapes.filter(([name]) => !borrowed.has(name)),
    ),
    ...functionsOf(one),
  ].join("\n\n");
  return `${importsOf(one, borrowed, body)}\n\n${body}\n`;
}

function origin(name: string, earlier: readonly ReadRecord[]): ReadonlyArray<readonly [string, string]> {
  const from = earlier.find(({ record }) => namedShapes(record.fields).has(name));
  return from === undefined ? [] : [[name, from.file]];
}

function importsOf({ file, name, record }: ReadRecord, borrowed: ReadonlyMap<string, string>, body: string): string {
  const reads = ofOneSvm(record) ? "historyReads" : "collectionReads";
  const candidates: ReadonlyArray<readonly [string, string]> = [
    [name, `../../provider/rest/${file}`],
    [reads, "./collection-reads"],
    ["type FilterOf", "./filter"],
    ...["bySvmUuid", "type GetArgs", "getOne", "inCollection", "type Instance"].map(
      (each) => [each, "./get-one"] as const,
    ),
    ...["type FieldsInput", "type Inputs", "whenKnown"].map((each) => [each, "./inputs"] as const),
    ...[...borrowed].map(([type, from]) => [`type ${type}`, `./${from}`] as const),
    ...["type CountArgs", "type ListArgs"].map((each) => [each, "./read-arguments"] as const),
    ...["type FieldsOf", "type OrderOf", "type Selected"].map((each) => [each, "./selection"] as const),
    ["type SvmReference", "./svm-reference"],
  ];
  const used = candidates.filter(([each]) => new RegExp(`\\b${each.replace("type ", "")}\\b`).test(body));
  const modules = [...new Set(used.map(([, from]) => from))].map((from) => {
    const names = used.filter(([, other]) => other === from).map(([each]) => each);
    return names.every((each) => each.startsWith("type "))
      ? `import type { ${names.map((each) => each.slice("type ".length)).join(", ")} } from "${from}";`
      : `import { ${names.join(", ")} } from "${from}";`;
  });
  return [
    `// Made by \`npm run generate\` from provider/rest/${file}.ts; change it there.`,
    "",
    'import type * as pulumi from "@pulumi/pulumi";',
    ...modules,
  ].join("\n");
}

/** True for a collection that each SVM has of its own. */
function ofOneSvm({ path }: RecordSpec): boolean {
  return path.includes("{svm.uuid}");
}

function quotedUnion(wireNames: readonly string[]): string {
  return wireNames.map((name) => JSON.stringify(camelName(name))).join(" | ");
}

function typesOf({ record, functions }: ReadRecord, shapes: ReadonlyArray<readonly [string, Shape]>): string[] {
  const { type, one, examples } = functions;
  const expensive = Object.keys(record.fields).filter((name) => !inexpensiveOf(record).includes(name));
  const keyof =
    expensive.length === 0 ? `keyof ${type}Record` : `Exclude<keyof ${type}Record, ${quotedUnion(expensive)}>`;
  const filtered = ofOneSvm(record) ? `Omit<${type}Record, "svm">` : `${type}Record`;
  const since = record.since === undefined ? "" : ` Since ONTAP ${record.since}.`;
  return [
    ...shapes.map(([name, { fields, typeDoc = "" }]) => interfaceOf(name, typeDoc, fields)),
    interfaceOf(`${type}Record`, `${record.doc} Source: ${record.source}.${since}`, record.fields),
    `/** Fields to ask of a ${one}: \`"*"\`, or dotted names such as \`"${examples.fields}"\`. */
export type ${type}Fields = FieldsOf<${type}Record>;`,
    `/** A ${one} cut to the fields that were asked for, and its identifiers. */
export type ${type}Result<F extends ${type}Fields = "*"> = Selected<${type}Record, ${quotedUnion(identifiersOf(record))}, ${keyof}, F>;`,
    `/** Filters of ${one}s: every field that ONTAP documents as a query parameter. */
export type ${type}Filter = FilterOf<${filtered}>;`,
    optionsOf(record, functions),
    `/** Filters and options of the functions that list ${one}s. */
export type ${type}sArgs<F extends ${type}Fields = "*"> = ${type}Filter & ${type}Options & {
/** Fields to answer. Default \`"*"\`; what was not asked for is absent, also from the type. */
readonly fields?: F;
};`,
    `/** {@link ${type}sArgs} as inputs. */
export type ${type}sOutputArgs<F extends ${type}Fields = "*"> = Inputs<${type}Filter & ${type}Options> & FieldsInput<F>;`,
    keysOf(record, functions),
  ];
}

function optionsOf(record: RecordSpec, { type, one }: DataFunctions): string {
  const doc = `/** Options of the functions that list ${one}s. */`;
  if (!ofOneSvm(record)) {
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

/** The keys beside the SVM. */
function ownKeys({ keys, fields }: RecordSpec): ReadonlyArray<readonly [string, Field]> {
  return keys.flatMap((key) => {
    const field = fields[key];
    return field === undefined ? [] : [[key, field] as const];
  });
}

function keysOf(record: RecordSpec, { type, one }: DataFunctions): string {
  const members = ownKeys(record).map(
    ([name, field]) => `${docComment([fieldDoc(field)])}\nreadonly ${camelName(name)}: ${typeOf(field)};`,
  );
  return members.length === 0
    ? `/** The key of one ${one}, its SVM. */\nexport type ${type}Keys = GetArgs;`
    : `/** The keys of one ${one}. */\nexport interface ${type}Keys extends GetArgs {\n${members.join("\n")}\n}`;
}

function functionsOf({ name, record, functions }: ReadRecord): string[] {
  const { type, client, one, notes = {}, examples } = functions;
  const single = ofOneSvm(record);
  const args = single ? "" : " = {}";
  const generic = `<F extends ${type}Fields = "*">`;
  const result = `${type}Result<F>`;
  const sentences = (...all: ReadonlyArray<string | undefined>) => [all.filter(Boolean).join(" ")];
  const keys = ownKeys(record).map(([key, { kind }]) => `${kind === "integer" ? "Number" : "String"}(keys.${key})`);
  const parameters = Object.keys(record.parameters ?? {});
  return [
    single
      ? `const reads = historyReads(${name}, (client, svmUuid, { ${parameters.join(", ")} }) => client.${client}.history(svmUuid, ${parameters.join(", ")}));`
      : `const reads = collectionReads(${name}, (client) => client.${client});`,
    `const instance: Instance = (client, svmUuid, { ${keys.length === 0 ? "" : "keys, "}fields }) =>
  client.${client}.get(${["svmUuid", ...keys, "fields && { fields }"].join(", ")});`,
    `const byName = ${single ? "bySvmUuid(instance)" : `inCollection((client) => client.${client})`};`,
    `${docComment(sentences(`Gets one ${one}${single ? "" : ", in one request"}.`, "Throws `not-found` where it is not there.", notes.get), examples.get)}
export function get${type}${generic}(args: ${type}Keys & { readonly fields?: F }): Promise<${result}> {
  return getOne(${name}, args, instance, byName);
}`,
    `/** {@link get${type}} for inputs. Unknown in a preview while an input is. */
export function get${type}Output${generic}(args: Inputs<${type}Keys> & FieldsInput<F>): pulumi.Output<${result}> {
  return whenKnown(args, (known) => getOne<${result}>(${name}, known, instance, byName));
}`,
    `${docComment(sentences(`Lists the ${one}s that match, over all pages.`, notes.list), [examples.list])}
export function get${type}s${generic}(args: ${type}sArgs<F>${args}): Promise<Array<${result}>> {
  return reads.list(args);
}`,
    `${docComment([`{@link get${type}s} for inputs. Unknown in a preview while an input is.`], examples.listOutput === undefined ? [] : [examples.listOutput])}
export function get${type}sOutput${generic}(args: ${type}sOutputArgs<F>${args}): pulumi.Output<Array<${result}>> {
  return whenKnown(args, reads.list<${result}>);
}`,
    ...(single ? [] : findAndCount(functions, generic, result)),
    `${docComment([`The ${one}s that match, one by one: a page is fetched when it is needed and no sooner.`], examples.iterate === undefined ? [] : [examples.iterate])}
export function iterate${type}s${generic}(args: ${type}sArgs<F>${args}): AsyncGenerator<${result}, void> {
  return reads.iterate(args);
}`,
  ];
}

function findAndCount({ type, one }: DataFunctions, generic: string, result: string): string[] {
  return [
    `/** Finds the ${one} that matches: undefined where none does. Throws \`ambiguous\` where more than one does. */
export function find${type}${generic}(args: ${type}sArgs<F>): Promise<${result} | undefined> {
  return reads.find(args);
}`,
    `/** {@link find${type}} for inputs. */
export function find${type}Output${generic}(args: ${type}sOutputArgs<F>): pulumi.Output<${result} | undefined> {
  return whenKnown(args, reads.find<${result}>);
}`,
    `/** Counts the ${one}s that match. Fetches none of them. */
export function count${type}s(args: ${type}Filter & CountArgs = {}): Promise<number> {
  return reads.count(args);
}`,
    `/** {@link count${type}s} for inputs. */
export function count${type}sOutput(args: Inputs<${type}Filter & CountArgs> = {}): pulumi.Output<number> {
  return whenKnown(args, reads.count);
}`,
  ];
}
