import type { Collection } from "../collections/collection";
import { checkParameters, selectPage } from "../query";
import { ApiError } from "../wire/api-error";
import type { Call, Operation } from "./call";
import { writeEach } from "./write-each";
import { writeRecords } from "./write-records";

type Remove = NonNullable<Collection["remove"]>;

/** DELETE of one record. */
export function removeOperation(collection: Collection, remove: Remove): Operation {
  return (call) => {
    refuseBody(call);
    checkParameters(collection.spec, call.rawQuery, call.version, "write");
    remove(call, call.key);
    return { status: 200 };
  };
}

/** DELETE on a collection: of the body's `records` as a job, or of every record that the query picks. */
export function removeCollectionOperation(collection: Collection, remove: Remove): Operation {
  return (call) => {
    if (call.body.records !== undefined) {
      checkParameters(collection.spec, call.rawQuery, call.version, "write");
      return writeRecords(call, collection);
    }
    refuseBody(call);
    const { path, rawQuery, maxPage, version } = call;
    const page = selectPage({ spec: collection.spec, path, rawQuery, maxPage, version }, collection.records(call));
    return writeEach(call, collection, page, (key) => remove(call, key));
  };
}

/** NetApp's Python library sends `{}` with every DELETE, so only a body with something in it is refused. */
function refuseBody({ body }: Call): void {
  if (Object.keys(body).length > 0) {
    throw new ApiError(400, "262198", "A request body is not allowed in a DELETE.");
  }
}
