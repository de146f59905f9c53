import { ApiError } from "../../wire/api-error";
import type { WireRecord } from "../../wire/json";
import { type Collection, keyText } from "../collection";

const LICENSES_PATH = "/api/cluster/licensing/licenses";

/**
 * `/cluster/licensing/licenses`, read only: the packages that are licensed, which is all that a GET lists by default.
 * Source: "Retrieve license packages" of ONTAP's REST API reference. Serial numbers and terms are not emulated.
 */
export const licenses: Collection = {
  path: LICENSES_PATH,
  spec: {
    fields: { name: { type: "string" }, scope: { type: "string" }, state: { type: "string" } },
    identifiers: ["name"],
    keys: ["name"],
    links: (record) => ({ "": `${LICENSES_PATH}/${keyText(record, "name")}` }),
  },
  records: ({ cluster }) => [...cluster.store.licenses].sort().map(licenseRecord),
  find: ({ cluster }, [name = ""]) => {
    if (!cluster.store.licenses.includes(name)) {
      throw new ApiError(404, "4", "entry doesn't exist", "name");
    }
    return licenseRecord(name);
  },
  keyOf: (record) => [keyText(record, "name")],
};

function licenseRecord(name: string): WireRecord {
  return { name, scope: "cluster", state: "compliant" };
}
