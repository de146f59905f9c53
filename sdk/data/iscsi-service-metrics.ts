import type * as pulumi from "@pulumi/pulumi";
import { type Collection, type MetricInterval, metricSteps, type OntapClient } from "../../provider/rest";
import { readsFromSource, type Source } from "./collection-reads";
import type { FilterOf } from "./filter";
import { type GetArgs, getOne } from "./get-one";
import { type FieldsInput, type Inputs, whenKnown } from "./inputs";
import {
  type IscsiMetricFigures,
  type IscsiServiceMetricFields,
  type IscsiServiceMetricRecord,
  type IscsiServiceMetricResult,
  metricFields,
  metricKind,
} from "./metric-record";
import { argumentsOf, type ListArgs } from "./read-arguments";
import { wrongArgument } from "./refusals";
import type { OrderOf } from "./selection";
import { type SvmReference, svmReference, svmUuid } from "./svm-reference";

/** Filters of samples: every field that ONTAP documents as a query parameter. */
export type IscsiServiceMetricFilter = FilterOf<IscsiMetricFigures>;

/** Which history to list, and how. */
export interface IscsiServiceMetricOptions extends ListArgs<OrderOf<IscsiServiceMetricRecord>> {
  /** The SVM of the service, by name, UUID or both. A name alone costs a request more. */
  readonly svm: SvmReference;
  /**
   * How far back: `1h` in steps of 15 seconds, `1d` of 5 minutes, `1w` of 30 minutes, `1m` of 2 hours, `1y` of a day.
   * Default `1h`.
   */
  readonly interval?: MetricInterval;
}

/** Filters and options of the functions that list samples. */
export type IscsiServiceMetricsArgs<F extends IscsiServiceMetricFields = "*"> = IscsiServiceMetricFilter &
  IscsiServiceMetricOptions & {
    /** Fields to answer. Default `"*"`; what was not asked for is absent, also from the type. */
    readonly fields?: F;
  };

/** The keys of one sample. */
export interface IscsiServiceMetricKeys extends GetArgs {
  /** ISO 8601, or the form of ONTAP's documents (`2017-01-25 11:20:13 +0000`). */
  readonly timestamp: string;
}

const samples = readsFromSource(metricKind, metricFields, history);

/**
 * Gets the sample of one instant. Throws `not-found` where there is none. On ONTAP before 9.14, which lacks the call,
 * the sample is looked for in the intervals that may hold it, finest first.
 *
 * @example
 * const sample = await getIscsiServiceMetric({ svm: { name: "svm1" }, timestamp: "2026-02-06T12:00:15Z" });
 */
export function getIscsiServiceMetric<F extends IscsiServiceMetricFields = "*">(
  args: IscsiServiceMetricKeys & { readonly fields?: F },
): Promise<IscsiServiceMetricResult<F>> {
  return one(args);
}

/** {@link getIscsiServiceMetric} for inputs. */
export function getIscsiServiceMetricOutput<F extends IscsiServiceMetricFields = "*">(
  args: Inputs<IscsiServiceMetricKeys> & FieldsInput<F>,
): pulumi.Output<IscsiServiceMetricResult<F>> {
  return whenKnown(args, one<IscsiServiceMetricResult<F>>);
}

/**
 * Lists the samples of an interval in ONTAP's order, each with its `status`; a gap in the history stays a gap. Latency
 * is in microseconds, throughput in bytes per second, IOPS in operations per second.
 *
 * @example
 * const slow = await getIscsiServiceMetrics({ svm: { name: "svm1" }, interval: "1d", latency: { total: query.gt(5000) } });
 */
export function getIscsiServiceMetrics<F extends IscsiServiceMetricFields = "*">(
  args: IscsiServiceMetricsArgs<F>,
): Promise<Array<IscsiServiceMetricResult<F>>> {
  return samples.list(args);
}

/** {@link getIscsiServiceMetrics} for inputs. Unknown in a preview while an input is. */
export function getIscsiServiceMetricsOutput<F extends IscsiServiceMetricFields = "*">(
  args: Inputs<IscsiServiceMetricFilter & IscsiServiceMetricOptions> & FieldsInput<F>,
): pulumi.Output<Array<IscsiServiceMetricResult<F>>> {
  return whenKnown(args, samples.list<IscsiServiceMetricResult<F>>);
}

/** The samples of an interval, one by one: a page is fetched when it is needed and no sooner. */
export function iterateIscsiServiceMetrics<F extends IscsiServiceMetricFields = "*">(
  args: IscsiServiceMetricsArgs<F>,
): AsyncGenerator<IscsiServiceMetricResult<F>, void> {
  return samples.iterate(args);
}

function history(args: unknown): Source {
  const { svm: reference, interval = "1h", ...rest } = argumentsOf(metricKind.noun, args);
  const svm = svmReference(metricKind.noun, reference);
  if (!isInterval(interval)) {
    throw wrongArgument(metricKind.noun, "interval", `it must be one of ${Object.keys(metricSteps).join(", ")}`);
  }
  return {
    args: rest,
    collectionOf: async (client) => historyOf(client, await svmUuid(client, svm), interval),
  };
}

function historyOf({ iscsiServiceMetrics }: OntapClient, uuid: string, interval: MetricInterval): Collection<unknown> {
  return {
    list: (options) => iscsiServiceMetrics.list(uuid, { ...options, interval }),
    iterate: (options) => iscsiServiceMetrics.iterate(uuid, { ...options, interval }),
    find: (options) => iscsiServiceMetrics.find(uuid, { ...options, interval }),
    count: (options) => iscsiServiceMetrics.count(uuid, { ...options, interval }),
  };
}

function isInterval(value: unknown): value is MetricInterval {
  return typeof value === "string" && Object.hasOwn(metricSteps, value);
}

function one<T>(args: unknown): Promise<T> {
  return getOne(
    metricKind,
    args,
    (client, uuid, { keys, fields }) =>
      client.iscsiServiceMetrics.get(uuid, String(keys.timestamp), fields && { fields }),
    async (client, name, { keys, fields }) =>
      client.iscsiServiceMetrics.get(await svmUuid(client, { name }), String(keys.timestamp), fields && { fields }),
  );
}
