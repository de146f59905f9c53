import { liveMetric, liveStatistics } from "../../metrics";
import type { CollectionSpec, FieldSpec } from "../../query/types";
import type { WireRecord } from "../../wire/json";
import { parameters } from "../../wire/parameters";
import { keyText, type Request } from "../collection";
import type { Service } from "./table";

/** Where the collection lives. */
export const SERVICES_PATH = "/api/protocols/san/iscsi/services";

/** Values of `metric.status` and `statistics.status`. */
export const sampleStatuses = [
  "ok",
  "error",
  "partial_no_data",
  "partial_no_response",
  "partial_other_error",
  "negative_delta",
  "not_found",
  "backfilled_data",
  "inconsistent_delta_time",
  "inconsistent_old_data",
  "partial_no_uuid",
] as const;

/** Lengths of the time that a sample covers. */
export const sampleDurations = ["PT15S", "PT4M", "PT5M", "PT30M", "PT2H", "P1D"] as const;

/** Fields of an iSCSI service. Source: "Retrieve iSCSI services". */
export const servicesSpec: CollectionSpec = {
  fields: {
    "svm.uuid": { type: "string" },
    "svm.name": { type: "string" },
    enabled: { type: "boolean" },
    "target.name": { type: "string" },
    "target.alias": { type: "string" },
    "metric.timestamp": performance("timestamp"),
    "metric.duration": { ...performance("string"), values: sampleDurations },
    "metric.status": { ...performance("string"), values: sampleStatuses },
    ...counters("metric.iops", ["read", "write", "other", "total"]),
    ...counters("metric.latency", ["read", "write", "other", "total"]),
    ...counters("metric.throughput", ["read", "write", "total"]),
    "statistics.timestamp": performance("timestamp"),
    "statistics.status": { ...performance("string"), values: sampleStatuses },
    ...counters("statistics.iops_raw", ["read", "write", "other", "total"]),
    ...counters("statistics.latency_raw", ["read", "write", "other", "total"]),
    ...counters("statistics.throughput_raw", ["read", "write", "total"]),
  },
  identifiers: ["svm.uuid", "svm.name"],
  keys: ["svm.uuid"],
  links: (record) => {
    const uuid = keyText(record, "svm.uuid");
    return { "": `${SERVICES_PATH}/${uuid}`, svm: `/api/svm/svms/${uuid}`, metric: `${SERVICES_PATH}/${uuid}/metrics` };
  },
};

function performance(type: FieldSpec["type"]): FieldSpec {
  return { type, expensive: true, since: "9.7" };
}

function counters(group: string, names: readonly string[]): Record<string, FieldSpec> {
  return Object.fromEntries(names.map((name) => [`${group}.${name}`, performance("integer")]));
}

/** A service in wire form, without performance figures. A cleared alias is left out. */
export function serviceRecord(service: Service): WireRecord {
  return {
    svm: { uuid: service.svm.uuid, name: service.svm.name },
    enabled: service.enabled,
    target: { name: service.targetName, ...(service.alias !== "" && { alias: service.alias }) },
  };
}

/** The record with `metric` and `statistics`, but only for a query that could show or test them: they are expensive. */
export function withPerformance(record: WireRecord, { svm }: Service, { cluster, rawQuery }: Request): WireRecord {
  if (!concernsPerformance(rawQuery)) {
    return record;
  }
  const now = cluster.clock.now();
  return { ...record, metric: liveMetric(svm.uuid, now), statistics: liveStatistics(svm.uuid, now) };
}

function concernsPerformance(rawQuery: string): boolean {
  return parameters(rawQuery).some(
    ({ name, value }) => /metric|statistics|\*\*/.test(`${name}=${value}`) || name === "query_fields",
  );
}
