import type { Paint, Style } from "../../color";
import { aligned, printable } from "../../columns";
import { placeName } from "../../stack/place";
import { type Diagnosis, type Finding, sections, statuses } from "../finding";

const headings: Readonly<Record<Finding["section"], string>> = {
  installation: "Installed here",
  configuration: "Configuration",
  connection: "Connection",
  rights: "Rights of the login",
  array: "Array",
};

const styles = {
  unreachable: "magenta",
  error: "red",
  warning: "yellow",
  unknown: "dim",
  ok: "green",
} as const satisfies Record<Finding["status"], Style>;

/** For a terminal: what needs attention, worst first, each with what to do; then what is in order, by section. */
export function text({ status, findings }: Diagnosis, paint: Paint): string {
  const attention = statuses.flatMap((one) =>
    one === "ok" ? [] : findings.filter((finding) => finding.status === one),
  );
  const fine = sections.flatMap((section) => findings.filter((one) => one.section === section && one.status === "ok"));
  const rows = aligned([...attention, ...fine].map((one) => [one.status, subject(one), one.text]));
  const lines = [...attention, ...fine].map((one, index) => painted(rows[index] ?? "", one.status, paint));
  const indent = " ".repeat(Math.max(0, ...attention.map((one) => one.status.length)));
  const urgent = attention.flatMap((one, index) => [
    lines[index] ?? "",
    ...(one.hint === undefined ? [] : [`${indent}  -> ${printable(one.hint)}`]),
  ]);
  const inOrder = fine.flatMap((one, index) => [
    ...(one.section === fine[index - 1]?.section ? [] : ["", paint("bold", headings[one.section])]),
    lines[attention.length + index] ?? "",
  ]);
  return [...urgent, ...inOrder, "", paint(styles[status], summary(findings))].map((line) => `${line}\n`).join("");
}

/** A row that starts with its status, with the status set off. */
function painted(row: string, status: Finding["status"], paint: Paint): string {
  return `${paint(styles[status], status)}${printable(row).slice(status.length)}`;
}

function subject({ cluster = null, provider, subject: what }: Finding): string {
  const place = placeName(provider === undefined ? { cluster } : { cluster, provider });
  return place === undefined ? what : `${place}: ${what}`;
}

function summary(findings: readonly Finding[]): string {
  const counts = statuses
    .map((status) => [findings.filter((finding) => finding.status === status).length, status] as const)
    .filter(([count, status]) => count > 0 || status === "ok");
  return `${counts.map(([count, status]) => `${count} ${status}`).join(", ")}.`;
}
