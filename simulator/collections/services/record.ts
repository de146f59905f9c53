import type { Service } from "../../state/model";
import type { WireRecord } from "../../wire/json";

/** A service in wire form, without performance figures. A cleared alias is left out. */
export function serviceRecord(service: Service): WireRecord {
  return {
    svm: { uuid: service.svm.uuid, name: service.svm.name },
    enabled: service.enabled,
    target: { name: service.targetName, ...(service.alias !== "" && { alias: service.alias }) },
  };
}
