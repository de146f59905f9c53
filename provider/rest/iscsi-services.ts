import { boolean, object, optionalInWrites, text } from "../record/fields";
import { record } from "../record/record";
import type { WireOf, WriteOf } from "../record/types";
import type { Exchange } from "./call";
import { NO_ENTRY, NO_SERVICE } from "./codes";
import { type Collection, collectionOf } from "./collection";
import { createInstance, deleteInstance, type GetOptions, getInstance, instancePath, updateInstance } from "./instance";
import { metric, statistics } from "./performance-figures";
import { ownerSvm } from "./svm-reference";

/** What ONTAP documents of services. */
export const iscsiService = record({
  path: "/api/protocols/san/iscsi/services",
  noun: "iSCSI service",
  doc: "The iSCSI target of an SVM; the SVM's UUID identifies it.",
  source: '"iscsi_service" in ONTAP\'s iSCSI services document',
  keys: ["svm.uuid"],
  fields: {
    svm: ownerSvm,
    enabled: boolean({ doc: "False where the service accepts no sessions.", write: optionalInWrites }),
    target: object({
      doc: "The iSCSI target.",
      write: optionalInWrites,
      fields: {
        alias: text({ doc: "Alias of the target; absent where it was cleared.", write: optionalInWrites }),
        name: text({ doc: "The target's `iqn...` name, which ONTAP makes." }),
      },
    }),
    metric: object({ ...metric, doc: "Averages of the latest sample.", expensive: true, since: "9.7" }),
    statistics: object({ ...statistics, doc: "Counters as of now.", expensive: true, since: "9.7" }),
  },
  codes: { notFound: [NO_ENTRY, NO_SERVICE] },
  functions: {
    type: "IscsiService",
    client: "iscsiServices",
    one: "service",
    examples: {
      fields: "target.alias",
      get: [
        'const { target } = await getIscsiService({ svm: { name: "svm1" } });',
        'const { metric } = await getIscsiService({ svm: { name: "svm1" }, fields: ["metric"] });',
      ],
      list: "const disabled = await getIscsiServices({ enabled: false });",
      listOutput:
        'export const targets = getIscsiServicesOutput({ svm: { name: service.svmName }, fields: ["target.name"] });',
    },
  },
});

type Declared = typeof iscsiService.fields;
/** An iSCSI service as ONTAP answers it. Source: "iscsi_service" in the iSCSI services document. */
export type WireIscsiService = WireOf<Declared>;
/** What POST takes. `target.name` is ONTAP's to make. */
export type WireIscsiServiceCreate = WriteOf<Declared, "post">;
/** What PATCH takes: the state or the alias, not both at once (5374081). */
export type WireIscsiServiceUpdate = WriteOf<Declared, "patch">;

/** iSCSI services, one per SVM at most, keyed by the SVM's UUID. Source: the iSCSI services document. */
export interface IscsiServices extends Collection<WireIscsiService> {
  /** Throws `api-error`: 5374078 where the SVM has no service, 2621462 where the array does not know the SVM. */
  get(svmUuid: string, options?: GetOptions): Promise<WireIscsiService>;
  /** Throws `api-error`: 5374077 where the SVM has one, 2621462 for an unknown SVM, 1115127 without a licence. */
  create(service: WireIscsiServiceCreate): Promise<WireIscsiService>;
  /** State or alias, one at a time (5374081). Disabling ends every session of the SVM. */
  update(svmUuid: string, change: WireIscsiServiceUpdate): Promise<void>;
  /** The service must be disabled first (5373960). */
  delete(svmUuid: string): Promise<void>;
}

export function iscsiServices(exchange: Exchange): IscsiServices {
  return {
    ...collectionOf(exchange, iscsiService),
    get: (svmUuid, options) => getInstance(exchange, iscsiService, [svmUuid], options),
    create: (service) => createInstance(exchange, iscsiService, service),
    update: (svmUuid, change) => updateInstance(exchange, instancePath(iscsiService.path, [svmUuid]), change),
    delete: (svmUuid) => deleteInstance(exchange, instancePath(iscsiService.path, [svmUuid])),
  };
}
