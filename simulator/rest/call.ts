import type { IncomingHttpHeaders } from "node:http";
import type { Key, Request } from "../collections/collection";
import { answerInstance, type CollectionSpec, type Version } from "../query";
import type { SimulatedCluster } from "../state/simulated-cluster";
import type { WireRecord } from "../wire/json";
import type { Reply } from "../wire/reply";

/** An `/api` request with its body read, before anything is made of it. */
export interface Exchange {
  readonly cluster: SimulatedCluster;
  readonly method: string;
  /** As the client sent it, without the query. */
  readonly path: string;
  readonly rawQuery: string;
  readonly headers: IncomingHttpHeaders;
  /** Address of the client. */
  readonly address: string;
  readonly body: string;
  /** Of the client's certificate, where the array's authority has issued one. */
  readonly commonName: string | undefined;
  /** Most records on a page. */
  readonly maxPage: number;
}

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
