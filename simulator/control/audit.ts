import { auditRecord } from "../collections/audit-messages";
import { InputReader } from "../input/reader";
import { type AuditedOperation, auditStates } from "../state/audit-log";
import { parseTimestamp } from "../wire/timestamp";
import type { Control } from "./control";

const KEYS = ["timestamp", "user", "role", "application", "location", "input", "state", "message", "svm"] as const;

/**
 * POST `/audit`: adds an entry, as a shell, System Manager or anybody else would make it, or several as `entries`.
 * Nothing else changes. Returns what was added, as a GET shows it.
 */
export const addAuditEntries: Control = ({ cluster, body }) => {
  const several = new InputReader(body, "", "entries" in body ? ["entries"] : KEYS);
  const readers = several.has("entries") ? several.objects("entries", KEYS) : [several];
  const read = readers.map(readEntry);
  const records = read.map(({ operation, ending, timestamp }) =>
    auditRecord(cluster.auditLog.enter(operation, ending, timestamp)),
  );
  return { status: 201, body: { records } };
};

function readEntry(input: InputReader) {
  const [role, svm, message] = [input.text("role"), input.text("svm"), input.text("message")];
  const operation: AuditedOperation = {
    application: input.required("application"),
    location: input.text("location") ?? "",
    user: input.required("user"),
    ...(role !== undefined && { role }),
    input: input.required("input"),
    ...(svm !== undefined && { svm }),
  };
  const ending = {
    state: input.oneOf("state", auditStates) ?? "success",
    ...(message !== undefined && { message }),
  };
  return { operation, ending, timestamp: readTime(input) };
}

function readTime(input: InputReader): Date | undefined {
  const text = input.text("timestamp");
  const instant = text === undefined ? undefined : parseTimestamp(text);
  if (text !== undefined && instant === undefined) {
    throw input.fail("timestamp", "must be a time in ISO 8601");
  }
  return instant === undefined ? undefined : new Date(instant);
}
