import type { Collection } from "../collections/collection";
import { type CollectionSpec, checkParameters, selectPage } from "../query";
import { flag } from "../wire/parameters";
import { type Operation, presentRecord } from "./call";
import { writeEach } from "./write-each";
import { writeRecords } from "./write-records";

type Update = NonNullable<Collection["update"]>;

/** PATCH of one record. */
export function updateOperation(collection: Collection, update: Update): Operation {
  return (call) => {
    checkParameters(patchSpec(collection), call.rawQuery, call.version, "write");
    update(call, call.key, call.body);
    if (!flag(call.rawQuery, "return_records", false)) {
      return { status: 200 };
    }
    const record = presentRecord(call, collection.spec, collection.find(call, call.key));
    return { status: 200, body: { num_records: 1, records: [record] } };
  };
}

/** PATCH of a collection: of the body's `records` as a job, or of every record that the query picks. */
export function updateCollectionOperation(collection: Collection, update: Update): Operation {
  return (call) => {
    if (call.body.records !== undefined) {
      checkParameters(patchSpec(collection), call.rawQuery, call.version, "write");
      return writeRecords(call, collection);
    }
    const { path, rawQuery, maxPage, version } = call;
    const page = selectPage(
      { spec: patchSpec(collection), path, rawQuery, maxPage, version },
      collection.records(call),
    );
    return writeEach(call, collection, page, (key) => update(call, key, call.body));
  };
}

/** The collection's fields, and the parameters that a PATCH takes besides them. */
export function patchSpec({ spec, patchParameters = [] }: Collection): CollectionSpec {
  return { ...spec, parameters: [...(spec.parameters ?? []), ...patchParameters] };
}
