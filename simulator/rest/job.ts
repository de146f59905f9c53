import { keyText } from "../collections/record-keys";
import { answerInstance, type CollectionSpec } from "../query";
import type { Job } from "../state/jobs";
import { ApiError } from "../wire/api-error";
import type { WireRecord } from "../wire/json";
import { timestampText } from "../wire/timestamp";
import type { Operation } from "./call";

const spec: CollectionSpec = {
  fields: {
    uuid: { type: "string" },
    description: { type: "string" },
    state: { type: "string", values: ["queued", "running", "paused", "success", "failure"] },
    message: { type: "string" },
    code: { type: "integer" },
    start_time: { type: "timestamp" },
    end_time: { type: "timestamp" },
    "error.message": { type: "string", since: "9.9" },
    "error.code": { type: "string", since: "9.9" },
  },
  identifiers: ["uuid"],
  keys: ["uuid"],
  links: (record) => ({ "": `/api/cluster/jobs/${keyText(record, "uuid")}` }),
};

/** GET `/api/cluster/jobs/{uuid}`. */
export const getJob: Operation = ({ cluster, key, path, rawQuery, hal, version }) => {
  const job = cluster.jobs.get(key[0] ?? "");
  if (job === undefined) throw new ApiError(404, "4", "entry doesn't exist", "uuid");
  return { status: 200, body: answerInstance({ spec, path, rawQuery, hal, version }, jobRecord(job)) };
};

function jobRecord(job: Job): WireRecord {
  return {
    uuid: job.uuid,
    description: job.description,
    state: job.state,
    message: job.error?.message ?? job.state,
    code: Number(job.error?.code ?? 0),
    start_time: timestampText(job.startTime),
    ...(job.endTime && { end_time: timestampText(job.endTime) }),
    ...(job.error && { error: { message: job.error.message, code: job.error.code } }),
  };
}
