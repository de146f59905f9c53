import { code, escaped } from "../../markup";
import { provenanceRows } from "../../provenance";
import { placeName } from "../../stack/place";
import type { Host } from "../report";
import type { Renderer } from ".";
import { addressText, authenticationText, clusterText, pathsText, statusWord, summary } from "./wording";

const HEAD = ["Status", "Host", "Resource", "SVM", "Cluster", "Paths", "Ways", "Authentication", "Igroups"];

/** For a ticket or a merge request: a row for each host. */
export const markdown: Renderer = (report) => {
  const rows = report.hosts.map(cells);
  const table = [HEAD, HEAD.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
  const failures = report.unreachable.map(
    (array) => `- ${escaped(clusterText(array))} could not be asked: ${escaped(array.reason)}`,
  );
  const origin = provenanceRows(report.provenance).map(([label, text]) => `- ${label}: ${escaped(text)}`);
  return [
    `### ${escaped(summary(report))}`,
    ...(failures.length === 0 ? [] : [failures.join("\n")]),
    ...(rows.length === 0 ? [] : [table.join("\n")]),
    "This report:",
    origin.join("\n"),
  ]
    .map((part) => `${part}\n`)
    .join("\n");
};

function cells(host: Host): readonly string[] {
  const { status, initiator, resource, svm, paths, igroups } = host;
  return [
    statusWord[status],
    code(initiator),
    resource === null ? "" : code(resource.name),
    escaped(svm.name),
    escaped(placeName(host) ?? ""),
    pathsText(host),
    paths.map((path) => escaped(`${path.targetPortalGroup}: ${addressText(path)}`)).join("<br>"),
    authenticationText(host),
    escaped(igroups.join(", ")),
  ];
}
