import type { Exchange } from "./call";
import { NO_SUCH_CALL } from "./codes";
import { type Collection, type CollectionKind, collectionOf } from "./collection";
import { type GetOptions, getInstance, instancePath } from "./instance";
import type { ListOptions } from "./list-options";
import { isApiError, OntapError } from "./ontap-error";
import { isWireIscsiServiceMetric, type WireIscsiServiceMetric } from "./wire/iscsi-service-metric";

/** How far back a history reaches; the shorter, the finer its samples. */
export type MetricInterval = "1h" | "1d" | "1w" | "1m" | "1y";

/** Seconds between two samples of each interval, finest first. Source: parameter `interval` of the metrics call. */
export const metricSteps: Readonly<Record<MetricInterval, number>> = {
  "1h": 15,
  "1d": 300,
  "1w": 1_800,
  "1m": 7_200,
  "1y": 86_400,
};

/** What to list of a history. */
export interface MetricListOptions extends ListOptions {
  /** Default `1h`. */
  readonly interval?: MetricInterval;
}

/** Performance history of iSCSI services, keyed by the SVM's UUID and the sample's time. Since ONTAP 9.7. */
export interface IscsiServiceMetrics {
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
  return {
    list: (svmUuid, options) => historyOf(exchange, svmUuid, options?.interval).list(options),
    iterate: (svmUuid, options) => historyOf(exchange, svmUuid, options?.interval).iterate(options),
    find: (svmUuid, options) => historyOf(exchange, svmUuid, options?.interval).find(options),
    count: (svmUuid, options) => historyOf(exchange, svmUuid, options?.interval).count(options),
    async get(svmUuid, timestamp, options) {
      try {
        return await getInstance(exchange, kindOf(svmUuid), [timestamp], options);
      } catch (error) {
        if (!isApiError(error, NO_SUCH_CALL)) {
          throw error;
        }
      }
      return sampleFromHistory(exchange, svmUuid, timestamp, options);
    },
  };
}

async function sampleFromHistory(
  exchange: Exchange,
  svmUuid: string,
  timestamp: string,
  options: GetOptions = {},
): Promise<WireIscsiServiceMetric> {
  for (const interval of intervalsWith(timestamp)) {
    const history = historyOf(exchange, svmUuid, interval);
    const sample = await history.find({ query: { timestamp }, fields: options.fields ?? ["*"] });
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
  const intervals: MetricInterval[] = ["1h", "1d", "1w", "1m", "1y"];
  return intervals.filter((interval) => seconds % Math.min(metricSteps[interval], COARSEST_ALIGNMENT_S) === 0);
}

function historyOf(
  exchange: Exchange,
  svmUuid: string,
  interval: MetricInterval = "1h",
): Collection<WireIscsiServiceMetric> {
  return collectionOf(exchange, { ...kindOf(svmUuid), parameters: [["interval", interval]] });
}

function kindOf(svmUuid: string): CollectionKind<WireIscsiServiceMetric> {
  return {
    path: `${instancePath("/api/protocols/san/iscsi/services", [svmUuid])}/metrics`,
    noun: "iSCSI service metric",
    accepts: isWireIscsiServiceMetric,
  };
}
