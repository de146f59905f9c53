import { text } from "../record/fields";
import { record } from "../record/record";
import type { WireOf } from "../record/types";
import type { Exchange } from "./call";
import { NO_ENTRY, SVM_UNKNOWN } from "./codes";
import { type Collection, collectionOf } from "./collection";
import { type GetOptions, getInstance } from "./instance";
import { isApiError } from "./ontap-error";

const svm = record({
  path: "/api/svm/svms",
  noun: "SVM",
  doc: "An SVM of the cluster.",
  source: '"svm" in ONTAP\'s SVM document',
  keys: ["uuid"],
  fields: {
    uuid: text({ doc: "UUID, for as long as the SVM exists.", always: true }),
    name: text({ doc: "Name; it can be changed.", always: true }),
    state: text({ doc: "Such as `running` or `stopped`." }),
  },
});

/** An SVM as ONTAP answers it. */
export type WireSvmRecord = WireOf<typeof svm.fields>;

/** SVMs of the cluster, keyed by UUID. Only read. */
export interface Svms extends Collection<WireSvmRecord> {
  /** Throws `api-error` with code 4 where there is no such SVM. */
  get(uuid: string, options?: GetOptions): Promise<WireSvmRecord>;
}

export function svms(exchange: Exchange): Svms {
  return { ...collectionOf(exchange, svm), get: (uuid, options) => getInstance(exchange, svm, [uuid], options) };
}

/** True where ONTAP says of an SVM that it does not know it, which may also mean that it is the wrong array. */
export function isSvmUnknown(error: unknown): boolean {
  return isApiError(error, NO_ENTRY, SVM_UNKNOWN);
}
