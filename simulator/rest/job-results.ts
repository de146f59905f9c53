import type { Collection } from "../collections/collection";
import { ApiError } from "../wire/api-error";
import type { Reply } from "../wire/reply";
import { type Call, links, shownRecord } from "./call";

/** GET of a collection with `job_results_uuid`: the records that the job wrote. */
export function jobResults(call: Call, collection: Collection, uuid: string): Reply {
  const job = call.cluster.jobs.get(uuid);
  if (job === undefined) throw new ApiError(404, "4", "entry doesn't exist", "job_results_uuid");
  const records = job.results.map((record) => shownRecord(call, collection.spec, record));
  const self = `${call.path}?${call.rawQuery}`;
  return { status: 200, body: { records, num_records: records.length, ...links(call, { self }) } };
}
