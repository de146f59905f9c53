import type { Collection } from "../collection";
import { inScope, keyText } from "../collection";
import { existingService } from "./checks";
import { createService } from "./create";
import { SERVICES_PATH, serviceRecord, servicesSpec, withPerformance } from "./record";
import { removeService } from "./remove";
import { updateService } from "./update";

/** `/protocols/san/iscsi/services`. */
export const services: Collection = {
  path: SERVICES_PATH,
  spec: servicesSpec,
  records: (request) => {
    const rows = inScope(request.cluster.store.services.rows(), request.scope);
    return rows.map((service) => withPerformance(serviceRecord(service), service, request));
  },
  find: (request, key) => {
    const service = existingService(request, key);
    return withPerformance(serviceRecord(service), service, request);
  },
  keyOf: (record) => [keyText(record, "svm.uuid")],
  create: createService,
  update: updateService,
  remove: removeService,
};
