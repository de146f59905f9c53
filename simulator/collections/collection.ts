import type { CollectionSpec } from "../query/types";
import type { Svm } from "../state/model";
import type { SimulatedCluster } from "../state/simulated-cluster";
import type { WireRecord } from "../wire/json";

/** The segments that name a record in a path, decoded: `[svm.uuid]`, `[svm.uuid, initiator]`. */
export type Key = readonly string[];

/** What an operation on a collection knows of the request. */
export interface Request {
  readonly cluster: SimulatedCluster;
  /** The SVM a call is tunnelled to, or its user is confined to. */
  readonly scope: Svm | undefined;
  /** Everything behind `?`, as the client sent it. */
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
