import { svmFromPath } from "../../rules/svm-reference";
import type { Store } from "../../state/store";
import type { WireRecord } from "../../wire/json";
import { type Collection, keyText } from "../collection";
import { type Svm, svmStates, svmSubtypes } from "./table";

const SVMS_PATH = "/api/svm/svms";

/** `/svm/svms`, read only: as much as clients of the iSCSI collections ask for. */
export const svms: Collection = {
  path: SVMS_PATH,
  spec: {
    fields: {
      uuid: { type: "string" },
      name: { type: "string" },
      subtype: { type: "string", values: svmSubtypes },
      state: { type: "string", values: svmStates },
      "iscsi.allowed": { type: "boolean", since: "9.9" },
      "iscsi.enabled": { type: "boolean" },
      "nvme.allowed": { type: "boolean", since: "9.9" },
      "nvme.enabled": { type: "boolean" },
    },
    identifiers: ["uuid", "name"],
    keys: ["uuid"],
    links: (record) => ({ "": `${SVMS_PATH}/${keyText(record, "uuid")}` }),
  },
  records: ({ cluster, scope }) =>
    (scope === undefined ? cluster.store.svms.rows() : [scope.svm]).map((svm) => svmRecord(svm, cluster.store)),
  find: ({ cluster, scope }, [uuid = ""]) => svmRecord(svmFromPath(uuid, cluster.store, scope), cluster.store),
  keyOf: (record) => [keyText(record, "uuid")],
};

function svmRecord(svm: Svm, store: Store): WireRecord {
  return {
    uuid: svm.uuid,
    name: svm.name,
    subtype: svm.subtype,
    state: svm.state,
    iscsi: { allowed: svm.iscsiAllowed, enabled: store.services.get(svm.uuid)?.enabled ?? false },
    nvme: { allowed: svm.nvmeEnabled, enabled: svm.nvmeEnabled },
  };
}
