import type { Collection, Key } from "../collections/collection";
import { ApiError } from "../wire/api-error";
import { bodyObjects, bodyText } from "../wire/body-fields";
import type { WireRecord } from "../wire/json";
import { flag, parameter } from "../wire/parameters";
import type { Reply } from "../wire/reply";
import { type Call, links } from "./call";

/**
 * Writes the records of a body (`{"records": [...]}`) as a job, even on a synchronous API. A POST or PATCH that fails
 * undoes all of it, unless `continue_on_failure` is set; a DELETE never undoes anything. A client that waits, with
 * `return_timeout`, need not ask for the state of a job that went well: 200 or 201 say so.
 * Source: "Asynchronous processing with the ONTAP REST API".
 */
export function writeRecords(call: Call, collection: Collection): Reply {
  const records = bodyObjects(call.body, "records") ?? [];
  if (Object.keys(call.body).length > 1) {
    throw new ApiError(400, "262287", `Only "records" is allowed in the body of a records-based operation.`, "records");
  }
  const continueOnFailure = flag(call.rawQuery, "continue_on_failure", false);
  const { jobs, store } = call.cluster;
  const job = jobs.open(`${call.method} ${collection.path}`);
  const work = () => writeAll(call, collection, records, continueOnFailure);
  jobs.run(job, () => (call.method === "DELETE" || continueOnFailure ? work() : store.transaction(work)));
  const accepted = acceptedReply(call, collection.path, job.uuid);
  const waits = Number(parameter(call.rawQuery, "return_timeout") || 0) > 0;
  if (!waits || jobs.get(job.uuid)?.state !== "success") {
    return accepted;
  }
  return { ...accepted, status: call.method === "POST" ? 201 : 200 };
}

/** 202 with the job's links. */
export function acceptedReply(call: Pick<Call, "hal">, path: string, uuid: string): Reply {
  const hrefs = { self: `/api/cluster/jobs/${uuid}`, results: `${path}?job_results_uuid=${uuid}` };
  return { status: 202, body: { job: { uuid, ...links(call, hrefs) } } };
}

function writeAll(
  call: Call,
  collection: Collection,
  records: readonly WireRecord[],
  continueOnFailure: boolean,
): WireRecord[] {
  let failure: ApiError | undefined;
  const results = records.flatMap((record) => {
    try {
      return [writeOne(call, collection, record)];
    } catch (error) {
      if (!continueOnFailure || !(error instanceof ApiError)) {
        throw error;
      }
      failure ??= error;
      return [];
    }
  });
  if (failure !== undefined) {
    throw failure;
  }
  return results;
}

function writeOne(call: Call, collection: Collection, record: WireRecord): WireRecord {
  const { create, update, remove } = collection;
  if (call.method === "POST" && create !== undefined) {
    return collection.find(call, create(call, record));
  }
  const key = keyInRecord(call, collection, record);
  if (call.method === "PATCH" && update !== undefined) {
    update(call, key, withoutKeys(collection, record));
    return collection.find(call, key);
  }
  const before = collection.find(call, key);
  remove?.(call, key);
  return before;
}

/** Keys that are not in the URL are given in each record; the SVM may be given by name. */
function keyInRecord(call: Call, { spec }: Collection, record: WireRecord): Key {
  return spec.keys.map((name) => {
    const named = name === "svm.uuid" ? bodyText(record, "svm.name") : undefined;
    const svm = named === undefined ? undefined : call.cluster.store.svmNamed(named)?.uuid;
    const value = bodyText(record, name) ?? svm ?? (name === "svm.uuid" ? call.scope?.svm.uuid : undefined);
    if (value === undefined) {
      throw new ApiError(400, "262288", `Each record needs its key "${name}".`, name);
    }
    return value;
  });
}

function withoutKeys({ spec }: Collection, record: WireRecord): WireRecord {
  const keys = spec.keys.map((name) => name.split(".")[0]);
  return Object.fromEntries(Object.entries(record).filter(([name]) => !keys.includes(name)));
}
