import { code, escaped } from "../../drift/formats/markdown";
import { provenanceRows } from "../../provenance";
import type { Host } from "../report";
import type { Renderer } from ".";
import { authenticationText, clusterText, pathsText, statusWord, summary } from "./wording";

const HEAD = ["Status", "Host", "Resource", "SVM", "Cluster", "Paths", "Ways", "Authentication", "Igroups"];

/** For a ticket or a merge request: a row for each host. */
export const markdown: Renderer = (report, provenance) => {
  const rows = report.hosts.map(cells);
  const table = [HEAD, HEAD.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
  const failures = report.unreachable.map(
    ({ cluster, reason }) => `- ${escaped(clusterText(cluster))} could not be asked: ${escaped(reason)}`,
  );
  const origin = provenanceRows(provenance).map(([label, text]) => `- ${label}: ${escaped(text)}`);
  return [
    `### ${escaped(summary(report, provenance))}`,
    ...(failures.length === 0 ? [] : [failures.join("\n")]),
    ...(rows.length === 0 ? [] : [table.join("\n")]),
    origin.join("\n"),
  ]
    .map((part) => `${part}\n`)
    .join("\n");
};

function cells(host: Host): readonly string[] {
  const { status, initiator, resource, svm, cluster, paths, igroups } = host;
  return [
    statusWord[status],
    code(initiator),
    resource === null ? "" : code(resource.name),
    escaped(svm.name),
    escaped(cluster ?? ""),
    pathsText(host),
    paths
      .map(
        ({ targetPortalGroup, initiatorAddress, interfaceAddress }) =>
          `${escaped(targetPortalGroup)}: ${initiatorAddress ?? "unknown"} -&gt; ${interfaceAddress ?? "unknown"}`,
      )
      .join("<br>"),
    authenticationText(host),
    escaped(igroups.join(", ")),
  ];
}
