import type { Fields } from "../record/fields";
import type { Exchange } from "./call";
import { type ListOptions, type ListRequest, listRequest, passes } from "./list-options";
import { notOntap } from "./not-ontap";
import { OntapError } from "./ontap-error";
import { pages } from "./paging";
import { queryString } from "./query";

/** What can be read of every ONTAP collection. */
export interface Collection<Wire> {
  /** All records that match, over all pages. */
  list(options?: ListOptions): Promise<Wire[]>;
  /** The records one by one; a page is asked for when it is needed and no sooner. */
  iterate(options?: ListOptions): AsyncGenerator<Wire, void>;
  /** The one record that matches, or undefined for none. Throws `ambiguous` where more than one does. */
  find(options?: ListOptions): Promise<Wire | undefined>;
  /** How many records match. Fetches none of them. */
  count(options?: ListOptions): Promise<number>;
}

/** What tells one collection from another. */
export interface CollectionKind<Wire> {
  /** From `/api` on. */
  readonly path: string;
  /** Singular, for messages: `iSCSI service`. */
  readonly noun: string;
  /** What is known of its records' fields. */
  readonly fields: Fields;
  readonly accepts: (value: unknown) => value is Wire;
  /** Parameters of this collection alone, such as `interval`. */
  readonly parameters?: ReadonlyArray<readonly [string, string]>;
}

/** The reading half of a collection. */
export function collectionOf<Wire>(exchange: Exchange, kind: CollectionKind<Wire>): Collection<Wire> {
  async function* iterate(options: ListOptions = {}): AsyncGenerator<Wire, void> {
    for await (const records of recordsByPage(options)) {
      yield* records;
    }
  }

  /** The records that match, page by page: waiting for each by itself takes longer than checking it. */
  async function* recordsByPage(options: ListOptions): AsyncGenerator<readonly Wire[], void> {
    const request = listRequest(options, kind);
    for await (const page of pages(exchange, pathOf(request), request.returnTimeoutS)) {
      if (page.records.length !== page.numRecords) {
        // Whoever believed such a page would take what it lacks for deleted.
        throw malformed(kind);
      }
      const wires = checked(page.records, options.onMalformed);
      yield request.residual.length === 0 ? wires : wires.filter((wire) => passes(wire, request.residual));
    }
  }

  function checked(values: readonly unknown[], onMalformed: ListOptions["onMalformed"]): readonly Wire[] {
    if (values.every(kind.accepts)) {
      return values;
    }
    if (onMalformed === undefined) {
      throw malformed(kind);
    }
    for (const value of values) {
      if (!kind.accepts(value)) {
        onMalformed(value);
      }
    }
    return values.filter(kind.accepts);
  }

  function pathOf({ parameters }: ListRequest): string {
    return parameters.length === 0 ? kind.path : `${kind.path}?${queryString(parameters)}`;
  }

  async function list(options: ListOptions = {}): Promise<Wire[]> {
    const byPage: Array<readonly Wire[]> = [];
    for await (const records of recordsByPage(options)) {
      byPage.push(records);
    }
    return byPage.flat();
  }

  return {
    iterate,
    list,
    async find(options = {}) {
      let found: Wire | undefined;
      for await (const wire of iterate({ maxRecords: 2, ...options })) {
        if (found !== undefined) {
          throw new OntapError({
            code: "ambiguous",
            operation: `find one ${kind.noun}`,
            reason: "more than one matches",
            hint: "Narrow the filter, or list them.",
          });
        }
        found = wire;
      }
      return found;
    },
    async count(options = {}) {
      const { fields: _fields, orderBy: _orderBy, ...filter } = options;
      const request = listRequest(filter, kind);
      if (request.residual.length > 0) {
        return (await list(filter)).length;
      }
      const path = pathOf({ ...request, parameters: [...request.parameters, ["return_records", "false"]] });
      let total = 0;
      for await (const page of pages(exchange, path, request.returnTimeoutS)) {
        total += page.numRecords;
      }
      return total;
    },
  };
}

/** The value as this collection's record. Throws `malformed` where it has another shape. */
export function accepted<Wire>(kind: CollectionKind<Wire>, value: unknown): Wire {
  if (!kind.accepts(value)) {
    throw malformed(kind);
  }
  return value;
}

function malformed<Wire>({ noun, path }: CollectionKind<Wire>): OntapError {
  return notOntap(`read an ${noun} from ${path}`, "the response is not of the shape that ONTAP documents");
}
