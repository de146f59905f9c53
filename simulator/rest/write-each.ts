import type { Collection, Key } from "../collections/collection";
import type { Page } from "../query";
import { ApiError } from "../wire/api-error";
import { flag } from "../wire/parameters";
import type { Reply } from "../wire/reply";
import { type Call, links, shownRecord } from "./call";

/**
 * Writes each record that a query picked, one after the other. What was done before a failure stays done; with
 * `continue_on_failure` the rest is done too, and the first failure is reported at the end.
 */
export function writeEach(call: Call, collection: Collection, page: Page, write: (key: Key) => void): Reply {
  const continueOnFailure = flag(call.rawQuery, "continue_on_failure", false);
  let failure: ApiError | undefined;
  for (const record of page.records) {
    try {
      write(collection.keyOf(record));
    } catch (error) {
      if (!continueOnFailure || !(error instanceof ApiError)) throw error;
      failure ??= error;
    }
  }
  if (failure !== undefined) throw failure;
  const records = page.records.map((record) => shownRecord(call, collection.spec, current(call, collection, record)));
  return {
    status: 200,
    body: {
      ...(flag(call.rawQuery, "return_records", false) && { records }),
      num_records: page.records.length,
      ...(page.next !== undefined && links({ hal: true }, { next: page.next })),
    },
  };
}

function current(call: Call, collection: Collection, before: Page["records"][number]): Page["records"][number] {
  return call.method === "DELETE" ? before : collection.find(call, collection.keyOf(before));
}
