import type { Exchange } from "./call";
import { type Collection, type CollectionKind, collectionOf } from "./collection";
import { type GetOptions, getInstance } from "./instance";
import { isWireSvmRecord, type WireSvmRecord } from "./wire/svm";

const kind: CollectionKind<WireSvmRecord> = { path: "/api/svm/svms", noun: "SVM", accepts: isWireSvmRecord };

/** SVMs of the cluster, keyed by UUID. Only read. */
export interface Svms extends Collection<WireSvmRecord> {
  /** Throws `api-error` with code 4 where there is no such SVM. */
  get(uuid: string, options?: GetOptions): Promise<WireSvmRecord>;
}

export function svms(exchange: Exchange): Svms {
  return { ...collectionOf(exchange, kind), get: (uuid, options) => getInstance(exchange, kind, [uuid], options) };
}
