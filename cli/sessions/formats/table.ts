import { aligned, printable } from "../../drift/formats/text";
import { provenanceRows } from "../../provenance";
import type { Host } from "../report";
import type { Renderer } from ".";
import { authenticationText, clusterText, counted, pathsText, statusWord, summary } from "./wording";

/**
 * For a terminal: a line for each host, its name last, since an IQN may be longer than all else together; below it its
 * paths and igroups.
 */
export const table: Renderer = (report, provenance) => {
  const { hosts, unreachable } = report;
  const shown = hosts.filter(({ status }) => status !== "unknown");
  const withClusters = shown.some(({ cluster }) => cluster !== null);
  const head = ["STATUS", "PATHS", "AUTHENTICATION", ...(withClusters ? ["CLUSTER"] : []), "SVM", "RESOURCE", "HOST"];
  const [heading = "", ...lines] = aligned([head, ...shown.map((host) => cells(host, withClusters))]);
  const details = aligned(shown.flatMap(pathCells));
  let at = 0;
  const blocks = shown.flatMap((host, index) => {
    const paths = details.slice(at, at + host.paths.length);
    at += host.paths.length;
    const igroups = host.igroups.length === 0 ? [] : [`in ${host.igroups.join(", ")}`];
    return [lines[index] ?? "", ...[...paths, ...igroups].map((line) => `    ${line}`)];
  });
  const failures = unreachable.map(({ cluster, reason }) => {
    const unknown = hosts.filter((host) => host.status === "unknown" && host.cluster === cluster).length;
    return `unknown  ${counted(unknown, "host")} of the stack on ${clusterText(cluster)}: ${reason}`;
  });
  return [
    ...failures,
    ...(shown.length === 0 ? [] : [heading, ...blocks, ""]),
    summary(report, provenance),
    "",
    ...aligned(provenanceRows(provenance)),
  ]
    .map((line) => `${printable(line)}\n`)
    .join("");
};

function cells(host: Host, withClusters: boolean): readonly string[] {
  const { status, svm, cluster, resource, initiator, alias } = host;
  return [
    statusWord[status],
    pathsText(host),
    authenticationText(host) || "-",
    ...(withClusters ? [cluster ?? "-"] : []),
    svm.name,
    resource?.name ?? "-",
    `${initiator}${alias === null ? "" : ` (${alias})`}`,
  ];
}

function pathCells({ paths }: Host): ReadonlyArray<readonly string[]> {
  return paths.map(({ targetPortalGroup, initiatorAddress, interfaceAddress, authenticationType, tsih }) => [
    targetPortalGroup,
    `${initiatorAddress ?? "unknown"} -> ${interfaceAddress ?? "unknown"}`,
    authenticationType ?? "unknown",
    tsih.length === 1 ? "" : counted(tsih.length, "session"),
  ]);
}
