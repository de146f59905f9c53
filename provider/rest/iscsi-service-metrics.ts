import { object, text, timestamp } from "../record/fields";
import { record } from "../record/record";
import type { WireOf } from "../record/types";
import type { Exchange } from "./call";
import { NO_ENTRY, NO_METRICS, NO_SERVICE, NO_SUCH_CALL } from "./codes";
import { type Collection, type CollectionKind, collectionOf } from "./collection";
import { type GetOptions, getInstance, pathInSvm } from "./instance";
import type { ListOptions } from "./list-options";
import { isApiError, OntapError } from "./ontap-error";
import { metric } from "./performance-figures";

const intervals = ["1h", "1d", "1w", "1m", "1y"] as const;

/** How far back a history reaches; the shorter, the finer its samples. */
export type MetricInterval = (typeof intervals)[number];

/** Seconds between two samples of each interval, finest first. Source: parameter `interval` of the metrics call. */
export const metricSteps: Readonly<Record<MetricInterval, number>> = {
  "1h": 15,
  "1d": 300,
  "1w": 1_800,
  "1m": 7_200,
  "1y": 86_400,
};

/** What ONTAP documents of samples. */
export const iscsiServiceMetric = record({
  path: "/api/protocols/san/iscsi/services/{svm.uuid}/metrics",
  noun: "iSCSI service metric",
  doc: "One sample of an iSCSI service's history.",
  source: "the metrics call of ONTAP's iSCSI services document",
  since: "9.7",
  keys: ["svm.uuid", "timestamp"],
  fields: {
    svm: object({ doc: "The SVM of the service.", fields: { uuid: text({ doc: "UUID of the SVM." }) } }),
    ...metric.fields,
    timestamp: timestamp({
      doc: "ISO 8601, UTC; identifies the sample. Arguments may also have the form of ONTAP's documents (`2017-01-25 11:20:13 +0000`).",
      always: true,
    }),
  },
  parameters: {
    interval: {
      doc: "How far back: `1h` in steps of 15 seconds, `1d` of 5 minutes, `1w` of 30 minutes, `1m` of 2 hours, `1y` of a day.",
      values: intervals,
      default: "1h",
    },
  },
  codes: { notFound: [NO_ENTRY, NO_SERVICE, NO_METRICS] },
  functions: {
    type: "IscsiServiceMetric",
    client: "iscsiServiceMetrics",
    one: "sample",
    notes: {
      get: "On ONTAP before 9.14, which lacks the call, it is looked for in the intervals that may hold it, finest first.",
      list: "They come in ONTAP's order, newest first, each with its `status`; a gap in the history stays a gap. Latency is in microseconds, throughput in bytes per second, IOPS in operations per second.",
    },
    examples: {
      fields: "latency.total",
      get: [
        'const sample = await getIscsiServiceMetric({ svm: { name: "svm1" }, timestamp: "2026-02-06T12:00:15Z" });',
      ],
      list: 'const slow = await getIscsiServiceMetrics({ svm: { name: "svm1" }, interval: "1d", latency: { total: query.gt(5000) } });',
    },
  },
});

/** One sample of a service's history. Source: "Retrieve historical performance metrics" in the services document. */
export type WireIscsiServiceMetric = WireOf<typeof iscsiServiceMetric.fields>;

/** What to list of a history. */
export interface MetricListOptions extends ListOptions {
  /** Default `1h`. */
  readonly interval?: MetricInterval;
}

/** Performance history of iSCSI services, keyed by the SVM's UUID and the sample's time. Since ONTAP 9.7. */
export interface IscsiServiceMetrics {
  /** The samples of one interval as a collection of their own. */
  history(svmUuid: string, interval?: MetricInterval): Collection<WireIscsiServiceMetric>;
  /** All samples of the interval that match, newest first. */
  list(svmUuid: string, options?: MetricListOptions): Promise<WireIscsiServiceMetric[]>;
  /** The same, one by one; a page is asked for when it is needed and no sooner. */
  iterate(svmUuid: string, options?: MetricListOptions): AsyncGenerator<WireIscsiServiceMetric, void>;
  /** The one sample that matches, or undefined. Throws `ambiguous` where more than one does. */
  find(svmUuid: string, options?: MetricListOptions): Promise<WireIscsiServiceMetric | undefined>;
  /** How many samples match. Fetches none of them. */
  count(svmUuid: string, options?: MetricListOptions): Promise<number>;
  /**
   * The sample of one instant (ISO 8601). Before ONTAP 9.14, which brought the call, it is looked for in the intervals
   * that may hold it, finest first. Throws `api-error` (4, 8585947) or `not-found` where there is none.
   */
  get(svmUuid: string, timestamp: string, options?: GetOptions): Promise<WireIscsiServiceMetric>;
}

/**
 * Samples of coarse intervals may begin at the array's local midnight rather than at UTC's; time zones differ by
 * multiples of a quarter of an hour.
 */
const COARSEST_ALIGNMENT_S = 900;

export function iscsiServiceMetrics(exchange: Exchange): IscsiServiceMetrics {
  const history: IscsiServiceMetrics["history"] = (svmUuid, interval = "1h") =>
    collectionOf(exchange, { ...kindOf(svmUuid), parameters: [["interval", interval]] });
  return {
    history,
    list: (svmUuid, options) => history(svmUuid, options?.interval).list(options),
    iterate: (svmUuid, options) => history(svmUuid, options?.interval).iterate(options),
    find: (svmUuid, options) => history(svmUuid, options?.interval).find(options),
    count: (svmUuid, options) => history(svmUuid, options?.interval).count(options),
    async get(svmUuid, timestamp, options) {
      try {
        return await getInstance(exchange, kindOf(svmUuid), [timestamp], options);
      } catch (error) {
        if (!isApiError(error, NO_SUCH_CALL)) {
          throw error;
        }
      }
      return sampleFromHistory((interval) => history(svmUuid, interval), svmUuid, timestamp, options);
    },
  };
}

async function sampleFromHistory(
  historyOf: (interval: MetricInterval) => Collection<WireIscsiServiceMetric>,
  svmUuid: string,
  timestamp: string,
  options: GetOptions = {},
): Promise<WireIscsiServiceMetric> {
  for (const interval of intervalsWith(timestamp)) {
    const sample = await historyOf(interval).find({ query: { timestamp }, fields: options.fields ?? ["*"] });
    if (sample !== undefined) {
      return sample;
    }
  }
  throw new OntapError({
    code: "not-found",
    operation: `get the iSCSI metric of ${timestamp} of SVM ${svmUuid}`,
    reason: "no interval holds a sample of that time",
  });
}

function intervalsWith(timestamp: string): MetricInterval[] {
  const seconds = Date.parse(timestamp) / 1000;
  return intervals.filter((interval) => seconds % Math.min(metricSteps[interval], COARSEST_ALIGNMENT_S) === 0);
}

function kindOf(svmUuid: string): CollectionKind<WireIscsiServiceMetric> {
  const { path, noun, fields, accepts } = iscsiServiceMetric;
  return { path: pathInSvm(path, svmUuid), noun, fields, accepts };
}
