import type { Provenance } from "../provenance";
import type { Place } from "../stack/place";

/**
 * What `ontap-iscsi sessions` found, and where that comes from. Its JSON is public (docs/sessions.md): keys stay as they are.
 */
export interface SessionsReport extends Findings {
  readonly provenance: Provenance;
}

/** What the arrays said. */
export interface Findings {
  /** `unknown` where a cluster could not be asked, else `few` where a host of the stack has too few paths. */
  readonly status: "ok" | "few" | "unknown";
  /** Fewest paths that a host of the stack may have; `null` where nothing was asked for. */
  readonly minPaths: number | null;
  /** Hosts of the stack and hosts that are logged in, worst first. */
  readonly hosts: readonly Host[];
  readonly unreachable: readonly UnreachableCluster[];
}

/** A host on one SVM: an initiator of the stack, or one that is logged in. */
export interface Host extends Place {
  readonly initiator: string;
  /** What the initiator calls itself; `null` where it has set no alias or is not logged in. */
  readonly alias: string | null;
  readonly svm: { readonly name: string; readonly uuid: string };
  /**
   * - `few`: of the stack, with fewer paths than asked for
   * - `denied`: of the stack, which denies it; it is logged in all the same, from before
   * - `unmanaged`: logged in, and in no credential of the stack
   * - `unknown`: its cluster could not be asked
   */
  readonly status: "few" | "denied" | "unmanaged" | "unknown" | "ok";
  /** The credential that names it; `null` where the stack has none. */
  readonly resource: { readonly urn: string; readonly name: string } | null;
  readonly paths: readonly Path[];
  /** Fewest paths that it must have; `null` where nothing was asked for, or of no host that the stack lets in. */
  readonly neededPaths: number | null;
  /** Names, in order. */
  readonly igroups: readonly string[];
}

/** A way from a host to an SVM: a target portal group to which it is logged in, however many sessions use it. */
export interface Path {
  readonly targetPortalGroup: string;
  /** Addresses of the array to which the host is connected there, in order. */
  readonly addresses: readonly string[];
  /** Addresses of the host from which it is connected there, in order. */
  readonly initiatorAddresses: readonly string[];
  /** How it was authenticated when it logged in, in order: `chap`, `none`. */
  readonly authenticationTypes: readonly string[];
  /** Sessions over this portal group. */
  readonly sessions: number;
}

/** A cluster that did not answer in full. */
export interface UnreachableCluster extends Place {
  readonly reason: string;
  /** Of its answer; `null` where there was none. */
  readonly httpStatus: number | null;
}

const worstFirst: ReadonlyArray<Host["status"]> = ["few", "denied", "unmanaged", "unknown", "ok"];
const { compare } = new Intl.Collator("en", { numeric: true });

/** The findings about these hosts, worst first, then by fewest paths, SVM and name. */
export function findingsOf(
  hosts: readonly Host[],
  unreachable: readonly UnreachableCluster[],
  minPaths: number | null,
): Findings {
  const sorted = [...hosts].sort(
    (a, b) =>
      worstFirst.indexOf(a.status) - worstFirst.indexOf(b.status) ||
      a.paths.length - b.paths.length ||
      compare(a.svm.name, b.svm.name) ||
      compare(a.resource?.name ?? "", b.resource?.name ?? "") ||
      compare(a.initiator, b.initiator),
  );
  const few = hosts.some(({ status }) => status === "few");
  return { status: unreachable.length > 0 ? "unknown" : few ? "few" : "ok", minPaths, hosts: sorted, unreachable };
}
