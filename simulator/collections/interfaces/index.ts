import { ApiError } from "../../wire/api-error";
import type { WireRecord } from "../../wire/json";
import { type Collection, inScope, keyText } from "../collection";
import type { Interface } from "./table";

const INTERFACES_PATH = "/api/network/ip/interfaces";

/** `/network/ip/interfaces`, read only: where initiators can log in. */
export const interfaces: Collection = {
  path: INTERFACES_PATH,
  spec: {
    fields: {
      uuid: { type: "string" },
      name: { type: "string" },
      "ip.address": { type: "string" },
      "ip.family": { type: "string", values: ["ipv4", "ipv6"] },
      enabled: { type: "boolean" },
      state: { type: "string", values: ["up", "down"] },
      scope: { type: "string", values: ["svm", "cluster"] },
      services: { type: "string" },
      "svm.uuid": { type: "string" },
      "svm.name": { type: "string" },
    },
    identifiers: ["uuid", "name"],
    keys: ["uuid"],
    links: (record) => ({
      "": `${INTERFACES_PATH}/${keyText(record, "uuid")}`,
      svm: `/api/svm/svms/${keyText(record, "svm.uuid")}`,
    }),
  },
  records: ({ cluster, scope }) => inScope(cluster.store.interfaces.rows(), scope).map(interfaceRecord),
  find: ({ cluster, scope }, [uuid = ""]) => {
    const row = cluster.store.interfaces.get(uuid);
    if (row === undefined || (scope !== undefined && row.svm.uuid !== scope.svm.uuid)) {
      throw new ApiError(404, "4", "entry doesn't exist", "uuid");
    }
    return interfaceRecord(row);
  },
  keyOf: (record) => [keyText(record, "uuid")],
};

function interfaceRecord(row: Interface): WireRecord {
  return {
    uuid: row.uuid,
    name: row.name,
    ip: { address: row.address, family: row.address.includes(":") ? "ipv6" : "ipv4" },
    enabled: row.enabled,
    state: row.state,
    scope: "svm",
    services: row.services,
    svm: { uuid: row.svm.uuid, name: row.svm.name },
  };
}
