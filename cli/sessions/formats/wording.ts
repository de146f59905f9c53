import { type Place, placeName } from "../../stack/place";
import type { Host, Path, SessionsReport } from "../report";

/** What a host's status is called. */
export const statusWord = {
  few: "too few",
  denied: "denied",
  unmanaged: "unmanaged",
  unknown: "unknown",
  ok: "ok",
} as const satisfies Record<Host["status"], string>;

/** Number of paths, and how many it must have. */
export function pathsText({ paths, neededPaths }: Host): string {
  return neededPaths === null ? String(paths.length) : `${paths.length} of ${neededPaths}`;
}

/** How the host was authenticated, on all of its paths. */
export function authenticationText({ paths }: Pick<Host, "paths">): string {
  const types = paths.flatMap(({ authenticationTypes }) =>
    authenticationTypes.length === 0 ? ["unknown"] : authenticationTypes,
  );
  return [...new Set(types)].sort().join(", ");
}

/** From which addresses of the host to which of the array. */
export function addressText({ initiatorAddresses, addresses }: Path): string {
  return [initiatorAddresses, addresses].map((ends) => ends.join(", ") || "unknown").join(" -> ");
}

/** The whole report in a sentence. */
export function summary({ hosts, minPaths, provenance }: SessionsReport): string {
  if (provenance.clusters.length === 0) {
    return "No array was asked: the stack records no iSCSI service and no credential.";
  }
  const loggedIn = hosts.filter(({ paths }) => paths.length > 0);
  const paths = loggedIn.reduce((sum, host) => sum + host.paths.length, 0);
  const count = (status: Host["status"]) => hosts.filter((host) => host.status === status).length;
  const findings = [
    [count("few"), `of the stack with fewer than ${counted(minPaths ?? 0, "path")}`],
    [count("denied"), "logged in although the stack denies it"],
    [count("unmanaged"), "in no credential of the stack"],
    [count("unknown"), "unknown"],
  ] as const;
  const found = findings.filter(([number]) => number > 0).map(([number, what]) => `${counted(number, "host")} ${what}`);
  return `${[`${counted(loggedIn.length, "host")} logged in on ${counted(paths, "path")}`, ...found].join("; ")}.`;
}

/** `1 host`, `2 hosts` */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** What an array is called in a sentence. */
export function clusterText(place: Place): string {
  return place.provider !== undefined
    ? `the array of ${placeName(place)}`
    : place.cluster === null
      ? "the array"
      : `the cluster ${place.cluster}`;
}
