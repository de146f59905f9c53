import type { Paint, Style } from "../../color";
import { aligned, printable } from "../../columns";
import { provenanceRows } from "../../provenance";
import { isSamePlace, placeName } from "../../stack/place";
import type { Host, SessionsReport, UnreachableCluster } from "../report";
import type { Renderer } from ".";
import { addressText, authenticationText, clusterText, counted, pathsText, statusWord, summary } from "./wording";

const STYLES: Readonly<Partial<Record<Host["status"], Style>>> = {
  few: "red",
  denied: "yellow",
  unmanaged: "cyan",
  unknown: "magenta",
};

/**
 * For a terminal: a line for each host, its name last, since an IQN may be longer than all else together; below it its
 * paths and igroups.
 */
export const table: Renderer = (report, paint) => {
  const hosts = report.hosts.filter(({ status }) => status !== "unknown");
  const withClusters = hosts.some((host) => placeName(host) !== undefined);
  const head = ["STATUS", "PATHS", "AUTH", ...(withClusters ? ["CLUSTER"] : []), "SVM", "RESOURCE", "HOST"];
  const [heading = "", ...rows] = aligned([head, ...hosts.map((host) => cells(host, withClusters))]);
  const paths = aligned(hosts.flatMap(pathCells)).values();
  const blocks = hosts.flatMap((host, index) => [
    painted(rows[index] ?? "", host.status, paint),
    ...host.paths.map(() => `    ${printable(paths.next().value ?? "")}`),
    ...(host.igroups.length === 0 ? [] : [`    ${printable(`in ${host.igroups.join(", ")}`)}`]),
  ]);
  return [
    ...report.unreachable.map((cluster) => painted(failure(cluster, report), "unknown", paint)),
    ...(hosts.length === 0 ? [] : [paint("bold", heading), ...blocks, ""]),
    paint(({ ok: "green", few: "red", unknown: "magenta" } as const)[report.status], summary(report)),
    "",
    ...aligned(provenanceRows(report.provenance)).map((line) => paint("dim", printable(line))),
  ]
    .map((line) => `${line}\n`)
    .join("");
};

function failure(array: UnreachableCluster, { hosts }: SessionsReport): string {
  const unknown = hosts.filter((host) => host.status === "unknown" && isSamePlace(host, array)).length;
  return `${statusWord.unknown}  ${counted(unknown, "host")} of the stack on ${clusterText(array)}: ${array.reason}`;
}

/** A row that starts with its status, with the status set off. */
function painted(row: string, status: Host["status"], paint: Paint): string {
  const word = statusWord[status];
  const style = STYLES[status];
  return `${style === undefined ? word : paint(style, word)}${printable(row).slice(word.length)}`;
}

function cells(host: Host, withClusters: boolean): readonly string[] {
  const { status, svm, resource, initiator, alias } = host;
  return [
    statusWord[status],
    pathsText(host),
    authenticationText(host) || "-",
    ...(withClusters ? [placeName(host) ?? "-"] : []),
    svm.name,
    resource?.name ?? "-",
    `${initiator}${alias === null ? "" : ` (${alias})`}`,
  ];
}

function pathCells({ paths }: Host): ReadonlyArray<readonly string[]> {
  return paths.map((path) => [
    path.targetPortalGroup,
    addressText(path),
    authenticationText({ paths: [path] }),
    path.sessions === 1 ? "" : counted(path.sessions, "session"),
  ]);
}
