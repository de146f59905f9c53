import type { CollectionSpec } from "../../query/types";
import type { AuditEntry } from "../../state/audit-log";
import { stableUuid } from "../../state/names";
import { ApiError } from "../../wire/api-error";
import type { WireRecord } from "../../wire/json";
import { timestampText } from "../../wire/timestamp";
import { type Collection, keyText } from "../collection";

const AUDIT_MESSAGES_PATH = "/api/security/audit/messages";
const NODE = "node1";

/** Fields of an entry. Source: "Retrieve audit log viewer" of ONTAP's REST API reference; `role` came with 9.17. */
const auditMessagesSpec: CollectionSpec = {
  fields: {
    timestamp: { type: "timestamp" },
    "node.name": { type: "string" },
    "node.uuid": { type: "string" },
    index: { type: "integer" },
    application: { type: "string" },
    location: { type: "string" },
    user: { type: "string" },
    role: { type: "string", since: "9.17" },
    input: { type: "string" },
    state: { type: "string", values: ["pending", "success", "error"] },
    message: { type: "string" },
    session_id: { type: "string" },
    command_id: { type: "string" },
    scope: { type: "string", values: ["svm", "cluster"] },
    "svm.name": { type: "string" },
  },
  identifiers: ["timestamp", "node.name", "node.uuid", "index"],
  keys: ["timestamp", "node.name", "index"],
  links: (record) => ({ node: `/api/cluster/nodes/${keyText(record, "node.uuid")}` }),
};

/** `/security/audit/messages`: read only, of the cluster alone. */
export const auditMessages: Collection = {
  path: AUDIT_MESSAGES_PATH,
  spec: auditMessagesSpec,
  records: ({ cluster, scope }) => {
    if (scope !== undefined) {
      throw new ApiError(403, "6", "not authorized for that command");
    }
    return cluster.auditLog.entries().map(auditRecord);
  },
  find: () => {
    throw new ApiError(404, "3", "API not found");
  },
  keyOf: (record) => ["timestamp", "node.name", "index"].map((name) => keyText(record, name)),
};

/** An entry in wire form; what an operation has not is left out. */
export function auditRecord(entry: AuditEntry): WireRecord {
  const { application, location, user, role, input, state, message, svm } = entry;
  return {
    timestamp: timestampText(entry.timestamp),
    node: { name: NODE, uuid: stableUuid("node", NODE) },
    index: entry.index,
    application,
    ...(location !== "" && { location }),
    user,
    ...(role !== undefined && { role }),
    input,
    state,
    ...(message !== undefined && { message }),
    session_id: entry.sessionId,
    command_id: entry.commandId,
    scope: svm === undefined ? "cluster" : "svm",
    ...(svm !== undefined && { svm: { name: svm } }),
  };
}
