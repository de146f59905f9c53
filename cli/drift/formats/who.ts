import { placeName } from "../../stack/place";
import type { DriftReport } from "../report";
import type { Who, WhoEntry } from "../who/who";

/** Who can have done it, a line for each entry of the audit log; none where it was not asked. */
export function whoTexts({ who }: { readonly who?: Who }): readonly string[] {
  if (who === undefined) {
    return [];
  }
  const { entries, passwords, note } = who;
  return [
    ...(passwords.length === 0 ? [] : [`password set outside Pulumi: ${passwords.join(", ")}`]),
    ...entries.map(entryText),
    ...(note === undefined ? [] : [note]),
  ];
}

/** `2026-11-21T02:00:05.000Z admin (http, System Manager) from 10.0.0.5: PATCH /api/... (enabled), outside Pulumi` */
function entryText({ row, time, user, application, address, client, operation, keys, outside }: WhoEntry): string {
  const means = [application, client].filter((one) => one !== null).join(", ");
  const who = `${user ?? "somebody"}${means === "" ? "" : ` (${means})`}${address === null ? "" : ` from ${address}`}`;
  const what = `${operation}${keys.length === 0 ? "" : ` (${keys.join(", ")})`}${outside ? ", outside Pulumi" : ""}`;
  return `${row === undefined ? "" : `${row}: `}${time} ${who}: ${what}`;
}

/** Audit logs that could not be read, a sentence for each. */
export function auditTexts({ audit = [] }: DriftReport): readonly string[] {
  return audit.flatMap((source) => {
    const name = placeName(source);
    return source.reason === undefined
      ? []
      : [`Who changed what is not known${name === undefined ? "" : ` on ${name}`}: ${source.reason}`];
  });
}
