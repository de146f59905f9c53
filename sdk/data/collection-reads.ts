import type * as pulumi from "@pulumi/pulumi";
import type { Fields } from "../../provider/record/fields";
import type { Parameter, RecordSpec } from "../../provider/record/record";
import type { Collection, OntapClient } from "../../provider/rest";
import { ontapClient } from "../connections";
import { called, calledForEach } from "./call";
import { fromWire } from "./from-wire";
import { argumentsOf, type ListArguments, listArguments } from "./read-arguments";
import { wrongArgument } from "./refusals";
import { svmReference, svmUuid } from "./svm-reference";

/** Reading records of one kind; arguments are checked before anything is sent. */
export interface CollectionReads {
  list<T>(args: unknown, opts: pulumi.InvokeOptions): Promise<T[]>;
  find<T>(args: unknown, opts: pulumi.InvokeOptions): Promise<T | undefined>;
  count(args: unknown, opts: pulumi.InvokeOptions): Promise<number>;
  iterate<T>(args: unknown, opts: pulumi.InvokeOptions): AsyncGenerator<T, void>;
}

/** Reads over a collection. Throws OntapErrors; `configuration` for arguments that ONTAP would refuse. */
export function collectionReads(
  record: RecordSpec,
  collectionOf: (client: OntapClient) => Collection<unknown>,
): CollectionReads {
  return readsFrom(record, record.fields, (args) => ({ args, collectionOf }));
}

/** The values of a record's own parameters. */
type Chosen<Record> = Record extends { parameters: infer Own extends { readonly [name: string]: Parameter } }
  ? { readonly [Name in keyof Own]: Own[Name]["values"][number] }
  : unknown;

/** {@link collectionReads} for a collection that belongs to one SVM, which `svm` names, and takes parameters of its own. */
export function historyReads<Declared extends RecordSpec>(
  record: Declared,
  collectionOf: (client: OntapClient, svmUuid: string, chosen: Chosen<Declared>) => Collection<unknown>,
): CollectionReads {
  const { svm: _svm, ...filterable } = record.fields;
  return readsFrom(record, filterable, (given) => {
    const { svm: reference, ...args } = argumentsOf(record.noun, given);
    const svm = svmReference(record.noun, reference);
    const own = Object.entries(record.parameters ?? {});
    const chosen: unknown = Object.fromEntries(own.map(([name, { default: usual }]) => [name, args[name] ?? usual]));
    checkChosen(record, chosen);
    return {
      args: Object.fromEntries(Object.entries(args).filter(([name]) => own.every(([parameter]) => parameter !== name))),
      collectionOf: async (client) => collectionOf(client, await svmUuid(client, svm), chosen),
    };
  });
}

function checkChosen<Declared extends RecordSpec>(
  { noun, parameters = {} }: Declared,
  chosen: unknown,
): asserts chosen is Chosen<Declared> {
  for (const [name, value] of Object.entries(chosen ?? {})) {
    const values = parameters[name]?.values ?? [];
    if (!values.includes(value)) {
      throw wrongArgument(noun, name, `it must be one of ${values.join(", ")}`);
    }
  }
}

/** What a call reads from, once its own arguments are taken out. */
interface Source {
  /** Filters and options. */
  readonly args: unknown;
  readonly collectionOf: (client: OntapClient) => Collection<unknown> | Promise<Collection<unknown>>;
}

function readsFrom(record: RecordSpec, filterable: Fields, sourceOf: (args: unknown) => Source): CollectionReads {
  async function begin(args: unknown): Promise<ListArguments & { collection: Collection<unknown> }> {
    const source = sourceOf(args);
    const checked = listArguments(record, filterable, source.args);
    return { ...checked, collection: await source.collectionOf(ontapClient(checked.cluster)) };
  }

  async function* records<T>(args: unknown): AsyncGenerator<T, void> {
    const { collection, options, selection } = await begin(args);
    for await (const wire of collection.iterate(options)) {
      yield fromWire<T>(record.noun, selection.fields, wire);
    }
  }

  const { noun } = record;
  return {
    iterate: <T>(args: unknown, opts: pulumi.InvokeOptions) =>
      calledForEach({ noun, args, opts }, () => records<T>(args)),
    list: <T>(args: unknown, opts: pulumi.InvokeOptions) =>
      called({ noun, args, opts }, async () => {
        const all: T[] = [];
        for await (const one of records<T>(args)) {
          all.push(one);
        }
        return all;
      }),
    find: <T>(args: unknown, opts: pulumi.InvokeOptions) =>
      called({ noun, args, opts }, async () => {
        const { collection, options, selection } = await begin(args);
        const wire = await collection.find(options);
        return wire === undefined ? undefined : fromWire<T>(noun, selection.fields, wire);
      }),
    count: (args, opts) =>
      called({ noun, args, opts }, async () => {
        const { collection, options } = await begin(args);
        return collection.count(options);
      }),
  };
}
