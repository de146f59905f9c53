import type { CollectionSpec } from "../query/types";
import type { SimulatedCluster } from "../state/simulated-cluster";
import type { ApiError } from "../wire/api-error";
import { isList, isRecord, type Json, type WireRecord } from "../wire/json";
import type { Svm } from "./svms/table";

/** The segments that name a record in a path, decoded: `[svm.uuid]`, `[svm.uuid, initiator]`. */
export type Key = readonly string[];

/** The only SVM that a call is about. */
export interface Scope {
  readonly svm: Svm;
  /** True where the user belongs to that SVM and sees no other, false where a header tunnels the call. */
  readonly isUser: boolean;
  /** The refusal of a call that names another SVM, by the field or header that names it. */
  readonly other: (svm: Svm, target: string) => ApiError;
}

/** What an operation on a collection knows of the request. */
export interface Request {
  readonly cluster: SimulatedCluster;
  /** The SVM a call is tunnelled to, or its user is confined to. */
  readonly scope: Scope | undefined;
  /** Everything after `?`, as the client sent it. */
  readonly rawQuery: string;
}

/**
 * One ONTAP collection: how it is read, and what may be written. Operations throw ApiError; they change the store only
 * when nothing can fail any more.
 */
export interface Collection {
  /** As in `/api/protocols/san/iscsi/services`. */
  readonly path: string;
  readonly spec: CollectionSpec;
  /** Query parameters that only a PATCH takes. */
  readonly patchParameters?: readonly string[];
  /** Every record in the collection's own order, in wire form. */
  readonly records: (request: Request) => readonly WireRecord[];
  /** One record in wire form. */
  readonly find: (request: Request, key: Key) => WireRecord;
  readonly keyOf: (record: WireRecord) => Key;
  readonly create?: (request: Request, body: WireRecord) => Key;
  readonly update?: (request: Request, key: Key, body: WireRecord) => void;
  readonly remove?: (request: Request, key: Key) => void;
}

/** The rows that a tunnelled call sees: those of its SVM, or all where there is no tunnel. */
export function inScope<Row extends { readonly svm: Svm }>(
  rows: readonly Row[],
  scope: Scope | undefined,
): readonly Row[] {
  return scope === undefined ? rows : rows.filter((row) => row.svm.uuid === scope.svm.uuid);
}

/** The text of a field that names something, array members by index; the records are our own, so it is there. */
export function keyText(record: WireRecord, name: string): string {
  let value: Json | undefined = record;
  for (const key of name.split(".")) {
    value = isList(value) ? value[Number(key)] : isRecord(value) ? value[key] : undefined;
  }
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
