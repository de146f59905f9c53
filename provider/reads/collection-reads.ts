import type { Fields } from "../record/fields";
import type { Parameter, RecordSpec } from "../record/record";
import type { Collection, OntapClient } from "../rest";
import { fromWire } from "./from-wire";
import { bySvmUuid, getByOwnKeys, getOne, type Instance, inCollection, type OwnInstance } from "./get-one";
import { argumentsOf, type ListArguments, listArguments } from "./read-arguments";
import type { Reader } from "./reader";
import { wrongArgument } from "./refusals";
import { svmReference, svmUuid } from "./svm-reference";

/**
 * Reading records of one kind; arguments are checked before anything is sent. All throw OntapErrors; `configuration` for
 * arguments that ONTAP would refuse.
 */
export interface RecordReads<Declared extends RecordSpec = RecordSpec> {
  readonly record: Declared;
  /** The object of these keys. Throws `not-found` where it is not there. */
  get<T>(reader: Reader, args: unknown): Promise<T>;
  list<T>(reader: Reader, args: unknown): Promise<T[]>;
  find<T>(reader: Reader, args: unknown): Promise<T | undefined>;
  count(reader: Reader, args: unknown): Promise<number>;
  iterate<T>(reader: Reader, args: unknown): AsyncGenerator<T, void>;
}

type CollectionOf = (client: OntapClient) => Collection<unknown>;

/** Reads of a collection whose records belong to SVMs; `instance` asks for one of them by its keys. */
export function collectionReads<Declared extends RecordSpec>(
  record: Declared,
  collectionOf: CollectionOf,
  instance: Instance,
): RecordReads<Declared> {
  const byName = inCollection(collectionOf);
  return {
    ...listsOf(record, record.fields, (args) => ({ args, collectionOf })),
    get: <T>(reader: Reader, args: unknown) => getOne<T>(reader, record, args, instance, byName),
  };
}

/** {@link collectionReads} for records that their own keys tell from those of every SVM. */
export function ownKeyReads<Declared extends RecordSpec>(
  record: Declared,
  collectionOf: CollectionOf,
  instance: OwnInstance,
): RecordReads<Declared> {
  return {
    ...listsOf(record, record.fields, (args) => ({ args, collectionOf })),
    get: <T>(reader: Reader, args: unknown) => getByOwnKeys<T>(reader, record, args, instance),
  };
}

/** The values of a record's own parameters. */
type Chosen<Record> = Record extends { parameters: infer Own extends { readonly [name: string]: Parameter } }
  ? { readonly [Name in keyof Own]: Own[Name]["values"][number] }
  : unknown;

/** {@link collectionReads} for a collection that belongs to one SVM, which `svm` names, and takes parameters of its own. */
export function historyReads<Declared extends RecordSpec>(
  record: Declared,
  collectionOf: (client: OntapClient, svmUuid: string, chosen: Chosen<Declared>) => Collection<unknown>,
  instance: Instance,
): RecordReads<Declared> {
  const byName = bySvmUuid(instance);
  const lists = listsOf(record, filterableOf(record), (given) => {
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
  return {
    ...lists,
    get: <T>(reader: Reader, args: unknown) => getOne<T>(reader, record, args, instance, byName),
  };
}

/** True for a record whose collection each SVM has of its own. */
export function belongsToOneSvm({ path }: Pick<RecordSpec, "path">): boolean {
  return path.includes("{svm.uuid}");
}

/** The fields that are filters: all, but for an SVM that is an argument of its own. */
export function filterableOf(record: RecordSpec): Fields {
  const { svm: _svm, ...others } = record.fields;
  return belongsToOneSvm(record) ? others : record.fields;
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

function listsOf<Declared extends RecordSpec>(
  record: Declared,
  filterable: Fields,
  sourceOf: (args: unknown) => Source,
): Omit<RecordReads<Declared>, "get"> {
  const { noun } = record;

  async function begin(reader: Reader, args: unknown): Promise<ListArguments & { collection: Collection<unknown> }> {
    const source = sourceOf(args);
    const checked = listArguments(record, filterable, reader.notation, source.args);
    return { ...checked, collection: await source.collectionOf(reader.client(checked.cluster)) };
  }

  async function* iterate<T>(reader: Reader, args: unknown): AsyncGenerator<T, void> {
    const { collection, options, selection } = await begin(reader, args);
    const read = fromWire<T>({ ...reader, noun }, selection.fields);
    for await (const wire of collection.iterate(options)) {
      yield read(wire);
    }
  }

  return {
    record,
    iterate,
    async list<T>(reader: Reader, args: unknown) {
      const { collection, options, selection } = await begin(reader, args);
      return (await collection.list(options)).map(fromWire<T>({ ...reader, noun }, selection.fields));
    },
    async find<T>(reader: Reader, args: unknown) {
      const { collection, options, selection } = await begin(reader, args);
      const wire = await collection.find(options);
      return wire === undefined ? undefined : fromWire<T>({ ...reader, noun }, selection.fields)(wire);
    },
    async count(reader, args) {
      const { collection, options } = await begin(reader, args);
      return collection.count(options);
    },
  };
}
