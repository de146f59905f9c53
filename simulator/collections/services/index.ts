import type { Collection } from "../collection";
import { keyText } from "../record-keys";
import { inScope } from "../scope";
import { createService } from "./create";
import { existingService } from "./existing";
import { withPerformance } from "./performance";
import { serviceRecord } from "./record";
import { removeService } from "./remove";
import { servicesPath, servicesSpec } from "./spec";
import { updateService } from "./update";

/** `/protocols/san/iscsi/services`. */
export const services: Collection = {
  path: servicesPath,
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
