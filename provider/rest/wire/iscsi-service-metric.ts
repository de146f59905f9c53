import { checkOf, integer, object, text } from "./check";

/** I/O figures by kind of operation. */
export interface WireOperationFigures {
  readonly read?: number | null;
  readonly write?: number | null;
  readonly other?: number | null;
  readonly total?: number | null;
}

/** Bytes by kind of operation; ONTAP counts none for other operations. */
export interface WireByteFigures {
  readonly read?: number | null;
  readonly write?: number | null;
  readonly total?: number | null;
}

/** Averages over one sample. Source: "metric" in the iSCSI services document. */
export interface WireMetric {
  readonly timestamp?: string | null;
  /** ISO 8601 duration that the sample covers, such as `PT15S`. */
  readonly duration?: string | null;
  readonly status?: string | null;
  /** Operations per second. */
  readonly iops?: WireOperationFigures | null;
  /** Microseconds. */
  readonly latency?: WireOperationFigures | null;
  /** Bytes per second. */
  readonly throughput?: WireByteFigures | null;
}

/** Counters that only grow. Source: "statistics" in the iSCSI services document. */
export interface WireStatistics {
  readonly timestamp?: string | null;
  readonly status?: string | null;
  /** Operations. */
  readonly iops_raw?: WireOperationFigures | null;
  /** Microseconds, summed over operations. */
  readonly latency_raw?: WireOperationFigures | null;
  /** Bytes. */
  readonly throughput_raw?: WireByteFigures | null;
}

/** One sample of a service's history. Source: "Retrieve historical performance metrics" in the same document. */
export interface WireIscsiServiceMetric extends WireMetric {
  readonly svm?: { readonly uuid?: string | null } | null;
  readonly timestamp: string;
}

const operations = object({ read: integer, write: integer, other: integer, total: integer });
const bytes = object({ read: integer, write: integer, total: integer });
const figures = { status: text, iops: operations, latency: operations, throughput: bytes };

/** Schema of a service's `metric`. */
export const metric = object({ timestamp: text, duration: text, ...figures });

/** Schema of a service's `statistics`. */
export const statistics = object({
  timestamp: text,
  status: text,
  iops_raw: operations,
  latency_raw: operations,
  throughput_raw: bytes,
});

export const isWireIscsiServiceMetric = checkOf<WireIscsiServiceMetric>(
  object({ timestamp: { type: "string" }, duration: text, ...figures, svm: object({ uuid: text }) }, ["timestamp"]),
);
