import { type Interval, metricAt, metricsHistory } from "../../metrics";
import type { CollectionSpec } from "../../query";
import { svmFromPath } from "../../rules/svm-reference";
import type { SimulatedCluster } from "../../state/simulated-cluster";
import { ApiError } from "../../wire/api-error";
import { invalidValue } from "../../wire/body-fields";
import { parameter } from "../../wire/parameters";
import { linkSegment } from "../../wire/request-path";
import { type Collection, type Key, keyText, type Scope } from "../collection";
import { SERVICES_PATH, sampleDurations, sampleStatuses } from "./record";

const intervals: readonly Interval[] = ["1h", "1d", "1w", "1m", "1y"];

/** `/protocols/san/iscsi/services/{svm.uuid}/metrics` of one service. */
export function serviceMetrics([uuid = ""]: Key): Collection {
  const path = `${SERVICES_PATH}/${uuid}/metrics`;
  return {
    path,
    spec: metricsSpec(path),
    records: ({ cluster, scope, rawQuery }) => {
      requireService(cluster, uuid, scope);
      return metricsHistory(uuid, readInterval(rawQuery), cluster.clock.now());
    },
    find: ({ cluster, scope }, [, timestamp = ""]) => {
      requireService(cluster, uuid, scope);
      const metric = metricAt(uuid, withSpace(timestamp), cluster.clock.now());
      if (metric === undefined) {
        throw noMetrics();
      }
      return metric;
    },
    keyOf: (record) => [uuid, keyText(record, "timestamp")],
  };
}

function metricsSpec(path: string): CollectionSpec {
  return {
    fields: {
      "svm.uuid": { type: "string" },
      timestamp: { type: "timestamp" },
      duration: { type: "string", values: sampleDurations },
      status: { type: "string", values: sampleStatuses },
      "iops.read": { type: "integer" },
      "iops.write": { type: "integer" },
      "iops.other": { type: "integer" },
      "iops.total": { type: "integer" },
      "latency.read": { type: "integer" },
      "latency.write": { type: "integer" },
      "latency.other": { type: "integer" },
      "latency.total": { type: "integer" },
      "throughput.read": { type: "integer" },
      "throughput.write": { type: "integer" },
      "throughput.total": { type: "integer" },
    },
    identifiers: ["svm.uuid", "timestamp"],
    keys: ["timestamp"],
    parameters: ["interval"],
    order: (left, right) => (keyText(left, "timestamp") < keyText(right, "timestamp") ? 1 : -1),
    links: (record) => ({ "": `${path}/${linkSegment(keyText(record, "timestamp"))}` }),
  };
}

function readInterval(rawQuery: string): Interval {
  const given = parameter(rawQuery, "interval") || "1h";
  const interval = intervals.find((candidate) => candidate === given);
  if (interval === undefined) {
    throw invalidValue("interval", given, intervals.join(", "));
  }
  return interval;
}

/** NetApp's Python library writes the space before the time as a plus sign, into the path as well; one before a zone stays. */
function withSpace(timestamp: string): string {
  return timestamp.replace(/^(\d{4}-\d\d-\d\d)\+/, "$1 ");
}

function requireService(cluster: SimulatedCluster, uuid: string, scope: Scope | undefined): void {
  if (scope !== undefined) {
    svmFromPath(uuid, cluster.store, scope);
  }
  if (cluster.store.services.get(uuid) === undefined) {
    throw noMetrics();
  }
}

function noMetrics(): ApiError {
  return new ApiError(404, "8585947", "No metrics are available for the requested object.");
}
