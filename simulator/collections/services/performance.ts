import { liveMetric, liveStatistics } from "../../metrics";
import type { Service } from "../../state/model";
import type { WireRecord } from "../../wire/json";
import { parameters } from "../../wire/parameters";
import type { Request } from "../collection";

/** The record with `metric` and `statistics`, but only for a query that could show or test them: they are expensive. */
export function withPerformance(
  record: WireRecord,
  { svm }: Service,
  { cluster: world, rawQuery }: Request,
): WireRecord {
  if (!concernsPerformance(rawQuery)) return record;
  const now = world.clock.now();
  return { ...record, metric: liveMetric(svm.uuid, now), statistics: liveStatistics(svm.uuid, now) };
}

function concernsPerformance(rawQuery: string): boolean {
  return parameters(rawQuery).some(
    ({ name, value }) => /metric|statistics|\*\*/.test(`${name}=${value}`) || name === "query_fields",
  );
}
