import type { RecordKind } from "./collection-reads";
import { integer, type TreeOf, text, timestamp } from "./field-tree";
import type { FieldsOf, Selected } from "./selection";

/** Figures by kind of operation. */
export interface OperationFigures {
  readonly read?: number;
  readonly write?: number;
  /** Neither reads nor writes, such as lookups. */
  readonly other?: number;
  /** Over all kinds of operation. */
  readonly total?: number;
}

/** Bytes by kind of operation; there are none for other operations. */
export interface ByteFigures {
  readonly read?: number;
  readonly write?: number;
  readonly total?: number;
}

/** Averages over the time that a sample covers. */
export interface IscsiMetricFigures {
  /** ISO 8601, UTC. */
  readonly timestamp?: string;
  /** Time that the sample covers, as an ISO 8601 duration: `PT15S`, `PT5M`, `PT30M`, `PT2H`, `P1D`. */
  readonly duration?: string;
  /**
   * `ok`, or what is wrong with the sample: `error`, `partial_no_data`, `partial_no_response`, `partial_other_error`,
   * `partial_no_uuid`, `negative_delta`, `not_found`, `backfilled_data`, `inconsistent_delta_time`,
   * `inconsistent_old_data`.
   */
  readonly status?: string;
  /** Operations per second. */
  readonly iops?: OperationFigures;
  /** Round trip in microseconds. */
  readonly latency?: OperationFigures;
  /** Bytes per second. */
  readonly throughput?: ByteFigures;
}

/** One sample of an iSCSI service's history. Source: the metrics call of ONTAP's iSCSI services document. */
export interface IscsiServiceMetricRecord extends IscsiMetricFigures {
  readonly svm?: { readonly uuid?: string };
  /** ISO 8601, UTC. Identifies the sample. */
  readonly timestamp: string;
}

/** Fields to ask of a sample: `"*"`, or dotted names such as `"latency.total"`. */
export type IscsiServiceMetricFields = FieldsOf<IscsiServiceMetricRecord>;

/** A sample cut to the fields that were asked for, and its identifiers. */
export type IscsiServiceMetricResult<F extends IscsiServiceMetricFields = "*"> = Selected<
  IscsiServiceMetricRecord,
  "svm.uuid" | "timestamp",
  keyof IscsiServiceMetricRecord,
  F
>;

const operations = { read: integer, write: integer, other: integer, total: integer };
const bytes = { read: integer, write: integer, total: integer };

/** Fields of a service's `metric`, which are those of a sample. */
export const metricFields = {
  timestamp,
  duration: text,
  status: text,
  iops: operations,
  latency: operations,
  throughput: bytes,
} as const satisfies TreeOf<IscsiMetricFigures>;

/** Fields of a service's `statistics`. */
export const statisticsFields = {
  timestamp,
  status: text,
  iopsRaw: operations,
  latencyRaw: operations,
  throughputRaw: bytes,
} as const;

/** What the data functions know of samples. */
export const metricKind: RecordKind = {
  noun: "iSCSI service metric",
  tree: { svm: { uuid: text }, ...metricFields } satisfies TreeOf<IscsiServiceMetricRecord>,
  identifiers: ["svm.uuid", "timestamp"],
  expensive: [],
  keys: ["timestamp"],
};
