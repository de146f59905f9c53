import type { Collection } from "../collections/collection";
import { checkParameters } from "../query";
import { flag } from "../wire/parameters";
import { locationSegment } from "../wire/request-path";
import { type Operation, presentRecord } from "./call";
import { writeRecords } from "./write-records";

/** POST: one record from the body, or several from its `records` as a job. */
export function createOperation(collection: Collection, create: NonNullable<Collection["create"]>): Operation {
  return (call) => {
    checkParameters(collection.spec, call.rawQuery, call.version, "create");
    if (call.body.records !== undefined) {
      return writeRecords(call, collection);
    }
    const key = create(call, call.body);
    const headers = { Location: `${collection.path}/${key.map(locationSegment).join("/")}` };
    if (!flag(call.rawQuery, "return_records", false)) {
      return { status: 201, headers };
    }
    const record = presentRecord(call, collection.spec, collection.find(call, key));
    return { status: 201, headers, body: { num_records: 1, records: [record] } };
  };
}
