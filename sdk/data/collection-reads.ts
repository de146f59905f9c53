import type { Collection, OntapClient } from "../../provider/rest";
import { ontapClient } from "../connections";
import type { FieldTree } from "./field-tree";
import { fromWire } from "./from-wire";
import { type ListRequest, listRequest } from "./read-arguments";
import type { Selectable } from "./selection";

/** What tells one kind of record from another. */
export interface RecordKind extends Selectable {
  /** Names that, beside the SVM, identify a record. */
  readonly keys: readonly string[];
}

/** Reading records of one kind; arguments are checked before anything is sent. */
export interface CollectionReads {
  list<T>(args: unknown): Promise<T[]>;
  find<T>(args: unknown): Promise<T | undefined>;
  count(args: unknown): Promise<number>;
  iterate<T>(args: unknown): AsyncGenerator<T, void>;
}

/** Reads over a collection. Throws OntapErrors; `configuration` for arguments that ONTAP would refuse. */
export function collectionReads(
  kind: RecordKind,
  collectionOf: (client: OntapClient) => Collection<unknown>,
): CollectionReads {
  return readsFromSource(kind, kind.tree, (args) => ({ args, collectionOf }));
}

/** What a call reads from, once its own arguments are taken out. */
export interface Source {
  /** Filters and options. */
  readonly args: unknown;
  readonly collectionOf: (client: OntapClient) => Collection<unknown> | Promise<Collection<unknown>>;
}

/** {@link collectionReads} for a collection that the arguments themselves choose. */
export function readsFromSource(
  kind: RecordKind,
  filterable: FieldTree,
  sourceOf: (args: unknown) => Source,
): CollectionReads {
  async function begin(args: unknown): Promise<ListRequest & { collection: Collection<unknown> }> {
    const source = sourceOf(args);
    const request = listRequest(kind, filterable, source.args);
    return { ...request, collection: await source.collectionOf(ontapClient(request.cluster)) };
  }

  async function* iterate<T>(args: unknown): AsyncGenerator<T, void> {
    const { collection, options, selection } = await begin(args);
    for await (const wire of collection.iterate(options)) {
      yield fromWire<T>(kind.noun, selection.tree, wire);
    }
  }

  return {
    iterate,
    async list<T>(args: unknown) {
      const records: T[] = [];
      for await (const record of iterate<T>(args)) {
        records.push(record);
      }
      return records;
    },
    async find<T>(args: unknown) {
      const { collection, options, selection } = await begin(args);
      const wire = await collection.find(options);
      return wire === undefined ? undefined : fromWire<T>(kind.noun, selection.tree, wire);
    },
    async count(args) {
      const { collection, options } = await begin(args);
      return collection.count(options);
    },
  };
}
