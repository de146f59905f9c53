import type { Collection } from "../collections/collection";
import { answerCollection, answerInstance } from "../query";
import { mismatch } from "../rules/svm-reference";
import { parameter, parameters } from "../wire/parameters";
import type { Call, Operation } from "./call";
import { jobResults } from "./job";

/** GET of a collection. With `job_results_uuid` it returns the records that the job wrote. */
export function listOperation(collection: Collection): Operation {
  return (call) => {
    const job = parameter(call.rawQuery, "job_results_uuid");
    if (job !== undefined && job !== "") {
      return jobResults(call, collection, job);
    }
    checkTunnel(call);
    const { path, rawQuery, hal, maxPage, version } = call;
    const request = { spec: collection.spec, path, rawQuery, hal, maxPage, version };
    const { body, next } = answerCollection(request, collection.records(call));
    return { status: 200, body, ...(next !== undefined && { headers: { Link: `<${next}>; rel="next"` } }) };
  };
}

/**
 * A tunnelled call may name its SVM in the query as well, but no other one; expressions are left alone. To a user of one
 * SVM no other exists, so that a query for one finds nothing.
 */
function checkTunnel({ scope, rawQuery }: Call): void {
  if (scope === undefined || scope.isUser) {
    return;
  }
  const { uuid, name: own } = scope.svm;
  for (const { name, value } of parameters(rawQuery)) {
    if (/[*|!<>"{}]|\.\.|^$/.test(value)) {
      continue;
    }
    if (name === "svm.uuid" && value !== uuid) {
      throw mismatch(value, own);
    }
    if (name === "svm.name" && value !== own) {
      throw mismatch(uuid, value);
    }
  }
}

/** GET of one record: the bare object. */
export function getOperation(collection: Collection): Operation {
  return (call) => {
    const { path, rawQuery, hal, version } = call;
    const request = { spec: collection.spec, path, rawQuery, hal, version };
    return { status: 200, body: answerInstance(request, collection.find(call, call.key)) };
  };
}
