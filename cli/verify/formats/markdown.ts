import { code, escaped } from "../../markup";
import { provenanceRows } from "../../provenance";
import { placeName } from "../../stack/place";
import { type VerifiedCredential, type VerifyReport, verdictStatus } from "../report";
import { limits, summary } from "./wording";

const HEAD = ["Status", "SVM", "Initiator", "Resource", "Cluster", "Inbound", "Outbound", "Portal", "Reason"];

/** For a merge request: one row for each credential that is not proven. */
export function markdown(report: VerifyReport): string {
  const rows = report.credentials.filter((one) => verdictStatus(one) !== "proven").map(rowOf);
  const table =
    rows.length === 0 ? "" : [HEAD, HEAD.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
  const provenance = provenanceRows(report.provenance).map(([label, text]) => `- ${label}: ${escaped(text)}`);
  return [`### ${escaped(summary(report))}`, table, limits(report) ?? "", "This report:", provenance.join("\n")]
    .filter((part) => part !== "")
    .map((part) => `${part}\n`)
    .join("\n");
}

function rowOf(one: VerifiedCredential): readonly string[] {
  const { svm, initiator, name, inbound, outbound = "", portal, reason = "" } = one;
  return [
    verdictStatus(one),
    code(svm),
    initiator === "" ? "" : code(initiator),
    code(name),
    escaped(placeName(one) ?? ""),
    inbound,
    outbound,
    portal === undefined ? "" : code(portal),
    escaped(reason),
  ];
}
