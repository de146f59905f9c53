import type { Exchange } from "./call";
import { type Collection, type CollectionKind, collectionOf } from "./collection";
import { createInstance, deleteInstance, type GetOptions, getInstance, instancePath, updateInstance } from "./instance";
import {
  isWireIscsiService,
  type WireIscsiService,
  type WireIscsiServiceCreate,
  type WireIscsiServiceUpdate,
} from "./wire/iscsi-service";

const kind: CollectionKind<WireIscsiService> = {
  path: "/api/protocols/san/iscsi/services",
  noun: "iSCSI service",
  accepts: isWireIscsiService,
};

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
    ...collectionOf(exchange, kind),
    get: (svmUuid, options) => getInstance(exchange, kind, [svmUuid], options),
    create: (service) => createInstance(exchange, kind, service),
    update: (svmUuid, change) => updateInstance(exchange, instancePath(kind.path, [svmUuid]), change),
    delete: (svmUuid) => deleteInstance(exchange, instancePath(kind.path, [svmUuid])),
  };
}
