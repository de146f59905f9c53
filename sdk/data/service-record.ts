import type { RecordKind } from "./collection-reads";
import { type TreeOf, text, truth } from "./field-tree";
import {
  type ByteFigures,
  type IscsiMetricFigures,
  metricFields,
  type OperationFigures,
  statisticsFields,
} from "./metric-record";
import type { FieldsOf, Selected } from "./selection";

/** Counters over all nodes, which only grow; two readings and the time between them give a rate. */
export interface IscsiStatistics {
  /** ISO 8601, UTC. */
  readonly timestamp?: string;
  /** `ok`, or what is wrong with the counters; the same values as of a sample. */
  readonly status?: string;
  /** Operations. */
  readonly iopsRaw?: OperationFigures;
  /** Microseconds, summed over operations: divide by `iopsRaw` for the mean of one. */
  readonly latencyRaw?: OperationFigures;
  /** Bytes. */
  readonly throughputRaw?: ByteFigures;
}

/** The iSCSI target of an SVM. Source: "iscsi_service" in ONTAP's iSCSI services document. */
export interface IscsiServiceRecord {
  /** The SVM that the service belongs to; its UUID identifies the service. */
  readonly svm: { readonly name: string; readonly uuid: string };
  /** False where the service accepts no sessions. */
  readonly enabled?: boolean;
  readonly target?: {
    /** Absent where it was cleared. */
    readonly alias?: string;
    /** The target's `iqn...` name. */
    readonly name?: string;
  };
  /** Averages of the latest sample. Only where asked for by name, since it costs the array time. Since ONTAP 9.7. */
  readonly metric?: IscsiMetricFigures;
  /** Live counters. Only where asked for by name, since they cost the array time. Since ONTAP 9.7. */
  readonly statistics?: IscsiStatistics;
}

type Identifier = "svm.name" | "svm.uuid";
type Expensive = "metric" | "statistics";

/** Fields to ask of a service: `"*"`, dotted names such as `"target.alias"`, or `["*", "metric"]`. */
export type IscsiServiceFields = FieldsOf<IscsiServiceRecord>;

/** A service cut to the fields that were asked for, and its identifiers. */
export type IscsiServiceResult<F extends IscsiServiceFields = "*"> = Selected<
  IscsiServiceRecord,
  Identifier,
  Exclude<keyof IscsiServiceRecord, Expensive>,
  F
>;

const fields = {
  svm: { name: text, uuid: text },
  enabled: truth,
  target: { alias: text, name: text },
  metric: metricFields,
  statistics: statisticsFields,
} as const satisfies TreeOf<IscsiServiceRecord>;

/** What the data functions know of services. */
export const serviceKind: RecordKind = {
  noun: "iSCSI service",
  tree: fields,
  identifiers: ["svm.name", "svm.uuid"] satisfies Identifier[],
  expensive: ["metric", "statistics"] satisfies Expensive[],
  keys: [],
};
