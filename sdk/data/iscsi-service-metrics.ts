// Made by `npm run generate` from provider/rest/iscsi-service-metrics.ts; change it there.

import type * as pulumi from "@pulumi/pulumi";
import { recordReads } from "../../provider/reads/records";
import type { FilterOf } from "./filter";
import { type FieldsInput, type Inputs, whenKnown } from "./inputs";
import { programReads } from "./program-reads";
import type { GetArgs, ListArgs } from "./read-arguments";
import type { FieldsOf, OrderOf, Selected } from "./selection";
import type { SvmReference } from "./svm-reference";

/** Figures by kind of operation. */
export interface OperationFigures {
  /** Of reads. */
  readonly read?: number;
  /** Of writes. */
  readonly write?: number;
  /** Neither reads nor writes, such as lookups. */
  readonly other?: number;
  /** Over all kinds of operation. */
  readonly total?: number;
}

/** Bytes by kind of operation; there are none for other operations. */
export interface ByteFigures {
  /** Of reads. */
  readonly read?: number;
  /** Of writes. */
  readonly write?: number;
  /** Over all kinds of operation. */
  readonly total?: number;
}

/**
 * One sample of an iSCSI service's history. Source: the metrics call of ONTAP's iSCSI services document. Since ONTAP
 * 9.7.
 */
export interface IscsiServiceMetricRecord {
  /** The SVM of the service. */
  readonly svm?: {
    /** UUID of the SVM. */
    readonly uuid?: string;
  };
  /**
   * ISO 8601, UTC; identifies the sample. Arguments may also have the form of ONTAP's documents (`2017-01-25 11:20:13
   * +0000`).
   */
  readonly timestamp: string;
  /** Time that the sample covers, as an ISO 8601 duration: `PT15S`, `PT5M`, `PT30M`, `PT2H`, `P1D`. */
  readonly duration?: string;
  /**
   * `ok`, or what is wrong with the figures: `error`, `partial_no_data`, `partial_no_response`, `partial_other_error`,
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

/** Fields to ask of a sample: `"*"`, or dotted names such as `"latency.total"`. */
export type IscsiServiceMetricFields = FieldsOf<IscsiServiceMetricRecord>;

/** A sample cut to the fields that were asked for, and its identifiers. */
export type IscsiServiceMetricResult<F extends IscsiServiceMetricFields = "*"> = Selected<
  IscsiServiceMetricRecord,
  "timestamp" | "svm.uuid",
  keyof IscsiServiceMetricRecord,
  F
>;

/** Filters of samples: every field that ONTAP documents as a query parameter. */
export type IscsiServiceMetricFilter = FilterOf<Omit<IscsiServiceMetricRecord, "svm">>;

/** Options of the functions that list samples. */
export interface IscsiServiceMetricOptions extends ListArgs<OrderOf<IscsiServiceMetricRecord>> {
  /** The SVM, by name, UUID or both. A name alone costs a request more. */
  readonly svm: SvmReference;
  /**
   * How far back: `1h` in steps of 15 seconds, `1d` of 5 minutes, `1w` of 30 minutes, `1m` of 2 hours, `1y` of a day.
   * Default `1h`.
   */
  readonly interval?: "1h" | "1d" | "1w" | "1m" | "1y";
}

/** Filters and options of the functions that list samples. */
export type IscsiServiceMetricsArgs<F extends IscsiServiceMetricFields = "*"> = IscsiServiceMetricFilter &
  IscsiServiceMetricOptions & {
    /** Fields to answer. Default `"*"`; what was not asked for is absent, also from the type. */
    readonly fields?: F;
  };

/** {@link IscsiServiceMetricsArgs} as inputs. */
export type IscsiServiceMetricsOutputArgs<F extends IscsiServiceMetricFields = "*"> = Inputs<
  IscsiServiceMetricFilter & IscsiServiceMetricOptions
> &
  FieldsInput<F>;

/** The keys of one sample. */
export interface IscsiServiceMetricKeys extends GetArgs {
  /**
   * ISO 8601, UTC; identifies the sample. Arguments may also have the form of ONTAP's documents (`2017-01-25 11:20:13
   * +0000`).
   */
  readonly timestamp: string;
}

const reads = programReads(recordReads.iscsiServiceMetric);

/**
 * Gets one sample. Throws `not-found` where it is not there. On ONTAP before 9.14, which lacks the call, it is
 * looked for in the intervals that may hold it, finest first.
 *
 * @example
 * const sample = await getIscsiServiceMetric({ svm: { name: "svm1" }, timestamp: "2026-02-06T12:00:15Z" });
 */
export function getIscsiServiceMetric<F extends IscsiServiceMetricFields = "*">(
  args: IscsiServiceMetricKeys & { readonly fields?: F },
  opts: pulumi.InvokeOptions = {},
): Promise<IscsiServiceMetricResult<F>> {
  return reads.get(args, opts);
}

/** {@link getIscsiServiceMetric} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`. */
export function getIscsiServiceMetricOutput<F extends IscsiServiceMetricFields = "*">(
  args: Inputs<IscsiServiceMetricKeys> & FieldsInput<F>,
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<IscsiServiceMetricResult<F>> {
  return whenKnown(args, opts, reads.get<IscsiServiceMetricResult<F>>);
}

/**
 * Lists the samples that match, over all pages. They come in ONTAP's order, newest first, each with its `status`; a
 * gap in the history stays a gap. Latency is in microseconds, throughput in bytes per second, IOPS in operations per
 * second.
 *
 * @example
 * const slow = await getIscsiServiceMetrics({ svm: { name: "svm1" }, interval: "1d", latency: { total: query.gt(5000) } });
 */
export function getIscsiServiceMetrics<F extends IscsiServiceMetricFields = "*">(
  args: IscsiServiceMetricsArgs<F>,
  opts: pulumi.InvokeOptions = {},
): Promise<Array<IscsiServiceMetricResult<F>>> {
  return reads.list(args, opts);
}

/** {@link getIscsiServiceMetrics} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`. */
export function getIscsiServiceMetricsOutput<F extends IscsiServiceMetricFields = "*">(
  args: IscsiServiceMetricsOutputArgs<F>,
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<Array<IscsiServiceMetricResult<F>>> {
  return whenKnown(args, opts, reads.list<IscsiServiceMetricResult<F>>);
}

/**
 * The samples that match, one by one: a page is fetched when it is needed and no sooner.
 *
 * @example
 * for await (const sample of iterateIscsiServiceMetrics({ svm: { name: "svm1" }, maxRecords: 100 })) { ... }
 */
export function iterateIscsiServiceMetrics<F extends IscsiServiceMetricFields = "*">(
  args: IscsiServiceMetricsArgs<F>,
  opts: pulumi.InvokeOptions = {},
): AsyncGenerator<IscsiServiceMetricResult<F>, void> {
  return reads.iterate(args, opts);
}
