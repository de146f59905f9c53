import { aligned, printable } from "../../drift/formats/text";
import { type Diagnosis, type Finding, sections, statuses } from "../finding";

const headings: Readonly<Record<Finding["section"], string>> = {
  installation: "Installed here",
  configuration: "Configuration",
  connection: "Connection",
  rights: "Rights of the login",
  array: "Array",
};

/** For a terminal: what needs attention, worst first, each with what to do; then what is in order, by section. */
export function text({ findings }: Diagnosis): string {
  const attention = statuses.flatMap((status) =>
    status === "ok" ? [] : findings.filter((finding) => finding.status === status),
  );
  const fine = sections.flatMap((section) => findings.filter((one) => one.section === section && one.status === "ok"));
  const lines = aligned([...attention, ...fine].map((one) => [one.status, subject(one), one.text]));
  const indent = " ".repeat(Math.max(0, ...attention.map(({ status }) => status.length)));
  const urgent = attention.flatMap((one, index) => [
    lines[index] ?? "",
    ...(one.hint === undefined ? [] : [`${indent}  -> ${one.hint}`]),
  ]);
  const inOrder = fine.flatMap((one, index) => [
    ...(one.section === fine[index - 1]?.section ? [] : ["", headings[one.section]]),
    lines[attention.length + index] ?? "",
  ]);
  return [...urgent, ...inOrder, "", summary(findings)].map((line) => `${printable(line)}\n`).join("");
}

function subject({ cluster, subject: what }: Finding): string {
  return typeof cluster === "string" ? `${cluster}: ${what}` : what;
}

function summary(findings: readonly Finding[]): string {
  const counts = statuses
    .map((status) => [findings.filter((finding) => finding.status === status).length, status] as const)
    .filter(([count, status]) => count > 0 || status === "ok");
  return `${counts.map(([count, status]) => `${count} ${status}`).join(", ")}.`;
}
