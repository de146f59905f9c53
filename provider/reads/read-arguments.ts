import type { Fields } from "../record/fields";
import type { RecordSpec } from "../record/record";
import type { ListOptions } from "../rest";
import { namesOf } from "./field-name";
import { wireFilters } from "./filter";
import type { QueryNotation } from "./reader";
import { unknownName, wrongArgument } from "./refusals";
import { orderOf, type Selection, selectionOf } from "./selection";

/** Arguments of a list, checked. */
export interface ListArguments {
  readonly cluster: string | undefined;
  readonly selection: Selection;
  readonly options: ListOptions;
}

/** The arguments of a data function as an object. Throws `configuration` for anything else. */
export function argumentsOf(noun: string, args: unknown): Readonly<Record<string, unknown>> {
  if (typeof args !== "object" || args === null || Array.isArray(args)) {
    throw wrongArgument(noun, "args", "an object is needed");
  }
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
}

/** Checks the arguments of a list: filters by field name, and options. Throws `configuration`, naming the argument. */
export function listArguments(
  record: RecordSpec,
  filterable: Fields,
  notation: QueryNotation,
  args: unknown = {},
): ListArguments {
  const { cluster, fields, orderBy, maxRecords, ...filter } = argumentsOf(record.noun, args);
  checkNames(record.noun, filter, [...namesOf(filterable), "cluster", "fields", "orderBy", "maxRecords"]);
  const selection = selectionOf(record, fields);
  return {
    cluster: clusterOf(record.noun, cluster),
    selection,
    options: {
      query: wireFilters(record.noun, filterable, filter, notation),
      fields: selection.wire,
      ...(orderBy === undefined ? {} : { orderBy: orderOf(record, orderBy) }),
      ...(maxRecords === undefined ? {} : { maxRecords: pageSize(record.noun, maxRecords) }),
    },
  };
}

/** The argument `cluster`, checked. */
export function clusterOf(noun: string, cluster: unknown): string | undefined {
  if (cluster !== undefined && typeof cluster !== "string") {
    throw wrongArgument(noun, "cluster", "it must be the name of a cluster of ontap-iscsi:clusters");
  }
  return cluster;
}

/** Refuses arguments that are not among the known ones, with the nearest that is. */
export function checkNames(noun: string, args: object, known: readonly string[], path = ""): void {
  for (const name of Object.keys(args)) {
    if (!known.includes(name)) {
      throw unknownName(noun, path, name, known);
    }
  }
}

function pageSize(noun: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 1) {
    throw wrongArgument(noun, "maxRecords", "it must be a whole number of 1 or more");
  }
  return value;
}
