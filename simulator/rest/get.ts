import type { Collection } from "../collections/collection";
import { answerInstance } from "../query";
import type { Operation } from "./call";

/** GET of one record: the bare object. */
export function getOperation(collection: Collection): Operation {
  return (call) => {
    const { path, rawQuery, hal, version } = call;
    const request = { spec: collection.spec, path, rawQuery, hal, version };
    return { status: 200, body: answerInstance(request, collection.find(call, call.key)) };
  };
}
