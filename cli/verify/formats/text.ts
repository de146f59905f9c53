import type { Paint, Style } from "../../color";
import { aligned, printable } from "../../columns";
import { provenanceRows } from "../../provenance";
import { placeName } from "../../stack/place";
import { type VerdictStatus, type VerifiedCredential, type VerifyReport, verdictStatus } from "../report";
import { limits, routeText, summary, title, verdictText } from "./wording";

const STYLES = { proven: "green", refused: "red", unknown: "magenta" } as const satisfies Record<VerdictStatus, Style>;

/** For a terminal: what is not proven, aligned, with its reason; a summary, and where the report comes from. */
export function text(report: VerifyReport, paint: Paint): string {
  const open = report.credentials.filter((one) => verdictStatus(one) !== "proven");
  const rows = aligned(open.map((one) => [verdictStatus(one), title(one), inPlace(one), verdictText(one)]));
  const listed = open.flatMap((one, index) => {
    const label = verdictStatus(one);
    const row = printable(rows[index] ?? "").slice(label.length);
    return [`${paint(STYLES[label], label)}${row}`, ...details(one).map((line) => `    ${printable(line)}`)];
  });
  const limit = limits(report);
  return [
    ...listed,
    ...(listed.length === 0 ? [] : [""]),
    paint(STYLES[report.status], printable(summary(report))),
    ...(limit === undefined ? [] : [limit]),
    "",
    ...aligned(provenanceRows(report.provenance)).map((line) => paint("dim", printable(line))),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function details(one: VerifiedCredential): readonly string[] {
  return [one.reason, routeText(one)].flatMap((line) => line ?? []);
}

function inPlace(one: VerifiedCredential): string {
  const name = placeName(one);
  return name === undefined ? "" : `on ${name}`;
}
