import type { Key, Request } from "../collections/collection";
import type { CollectionSpec, Version } from "../query";
import { answerInstance } from "../query";
import type { WireRecord } from "../wire/json";
import type { Reply } from "../wire/reply";

/** A routed request. */
export interface Call extends Request {
  readonly method: string;
  /** As the client sent it, without the query. */
  readonly path: string;
  readonly key: Key;
  readonly body: WireRecord;
  /** False for a client that wants plain JSON, without `_links`. */
  readonly hal: boolean;
  readonly maxPage: number;
  readonly version: Version;
}

/** What a method does on a path. Throws ApiError to refuse. */
export type Operation = (call: Call) => Reply;

/** A whole record as an answer shows it, with `_links` for HAL. */
export function presentRecord(call: Call, spec: CollectionSpec, record: WireRecord): WireRecord {
  return answerInstance({ spec, path: call.path, rawQuery: "", hal: call.hal, version: call.version }, record);
}

/** `_links` for HAL clients, nothing for others. */
export function links(call: Pick<Call, "hal">, hrefs: Readonly<Record<string, string>>): WireRecord {
  if (!call.hal) {
    return {};
  }
  return { _links: Object.fromEntries(Object.entries(hrefs).map(([name, href]) => [name, { href }])) };
}
