import type { DriftObject, DriftReport } from "../report";
import { className, formatChange, noteText, summary, unseenText } from "./wording";

/** For a terminal: what is not clean, aligned, and a summary. */
export function text(report: DriftReport): string {
  const { objects, unmanaged } = report;
  const listed = objects.filter(({ status, notes }) => status !== "clean" || notes.length > 0);
  const heads = listed.map((object) => [statusLabel(object), className(object.type), object.name, place(object)]);
  const others = unmanaged.map(({ type, id, cluster }) => ["unmanaged", className(type), id, inCluster(cluster)]);
  const rows = aligned([...heads, ...others]);
  const lines = rows.flatMap((row, index) => [row, ...(listed[index] === undefined ? [] : details(listed[index]))]);
  const blind = unseenText(report);
  return [...lines, ...(lines.length === 0 ? [] : [""]), summary(report), ...(blind === undefined ? [] : [blind])]
    .map((line) => `${printable(line)}\n`)
    .join("");
}

/** What comes from an array or a state must not steer the terminal. */
export function printable(line: string): string {
  return line.replace(/\s+$/, "").replace(/\p{Cc}/gu, " ");
}

function statusLabel({ status }: DriftObject): string {
  return status === "clean" ? "note" : status;
}

function place({ id, cluster }: DriftObject): string {
  return [id, inCluster(cluster)].join(" ").trimEnd();
}

function inCluster(cluster: string | null): string {
  return cluster === null ? "" : `on ${cluster}`;
}

function details({ changes, notes, reason }: DriftObject): readonly string[] {
  const properties = aligned(changes.map((change) => [change.property, formatChange(change)]));
  return [...properties, ...notes.map(noteText), ...(reason === undefined ? [] : [reason])].map(
    (line) => `    ${line}`,
  );
}

/** Rows as lines, each column as wide as its widest cell. */
export function aligned(rows: ReadonlyArray<readonly string[]>): readonly string[] {
  const widths = rows.reduce<readonly number[]>(
    (widest, row) => row.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
