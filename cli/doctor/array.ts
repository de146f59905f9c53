import {
  isMissingRight,
  type OntapError,
  type WireCluster,
  type WireIscsiService,
  type WireLicense,
} from "../../provider/rest";
import type { Finding } from "./finding";
import type { Outcome } from "./outcome";

/** Clocks that differ by more are worth a word, in milliseconds: tokens and certificates depend on the time. */
const CLOCK_TOLERANCE_MS = 60_000;

/** Name of the licensed package in ONTAP's list, whose case its documents do not fix. */
const PACKAGE = /^iscsi$/i;

const RIGHT_FIRST = "Give it the right first, and run doctor again.";

/** Name and release of the cluster. */
export function releaseFinding(cluster: Outcome<WireCluster>, name: string | null): Finding {
  const common = { section: "array", cluster: name, subject: "release" } as const;
  if ("error" in cluster) {
    return { ...common, ...untold(cluster, "/api/cluster") };
  }
  const { version, name: own } = cluster.value;
  if (!version) {
    return {
      ...common,
      status: "unknown",
      text: "the answer does not name it",
      hint: "Ask the array's administrator.",
    };
  }
  const { generation, major, minor } = version;
  const text = `${own ?? "the cluster"} runs ONTAP ${generation}.${major}.${minor}`;
  return generation > 9 || (generation === 9 && major >= 6)
    ? { ...common, status: "ok", text }
    : { ...common, status: "error", text, hint: "iSCSI over REST needs ONTAP 9.6 or later." };
}

/** The iSCSI licence. ONTAP lists only packages that are licensed. */
export function licenseFinding(
  licenses: Outcome<readonly WireLicense[]>,
  services: Outcome<readonly WireIscsiService[]>,
  cluster: string | null,
): Finding {
  const common = { section: "array", cluster, subject: "licence" } as const;
  if ("error" in licenses) {
    return { ...common, ...untold(licenses, "/api/cluster/licensing/licenses") };
  }
  const found = licenses.value.find(({ name }) => PACKAGE.test(name));
  if (found === undefined) {
    const isServing = "value" in services && services.value.length > 0;
    return {
      ...common,
      status: isServing ? "warning" : "error",
      text: `the cluster lists no licence for iSCSI${isServing ? ", although an SVM has an iSCSI service" : ""}`,
      hint: "Without one, ONTAP creates no iSCSI service (1115127).",
    };
  }
  const { state } = found;
  return !state || state === "compliant"
    ? { ...common, status: "ok", text: `iSCSI is licensed${state ? ` (${state})` : ""}` }
    : { ...common, status: "warning", text: `the licence for iSCSI is ${state}`, hint: "Renew or extend the licence." };
}

/** How far the array's clock is from this machine's. */
export function clockFinding(differenceMs: number | undefined, cluster: string | null): Finding {
  const common = { section: "array", cluster, subject: "clock" } as const;
  if (differenceMs === undefined) {
    return { ...common, status: "unknown", text: "the responses have no date", hint: "Compare the clocks by hand." };
  }
  if (Math.abs(differenceMs) <= CLOCK_TOLERANCE_MS) {
    return { ...common, status: "ok", text: "the same as this machine's, within a minute" };
  }
  const direction = differenceMs > 0 ? "ahead of" : "behind";
  return {
    ...common,
    status: "warning",
    text: `the array's clock is ${duration(Math.abs(differenceMs))} ${direction} this machine's`,
    hint: "Set both by NTP: tokens, certificates and the times of metrics depend on it.",
  };
}

/** SVMs that have an iSCSI service. */
export function servicesFinding(services: Outcome<readonly WireIscsiService[]>, cluster: string | null): Finding {
  const common = { section: "array", cluster, subject: "iSCSI SVMs" } as const;
  if ("error" in services) {
    return {
      ...common,
      status: "unknown",
      text: "not listed: the login is not allowed to read the services",
      hint: RIGHT_FIRST,
    };
  }
  const listed = services.value.map(({ svm, enabled }) => `${svm.name}${enabled === false ? " (disabled)" : ""}`);
  const text = listed.length === 0 ? "no SVM has an iSCSI service" : `${listed.sort().join(", ")}`;
  return { ...common, status: "ok", text };
}

function untold({ error }: { readonly error: OntapError }, path: string): Pick<Finding, "status" | "text" | "hint"> {
  return isMissingRight(error)
    ? {
        status: "unknown",
        text: `the login is not allowed to read ${path}`,
        hint: `Nothing but reports needs it: -api ${path} -access readonly would allow it.`,
      }
    : { status: "unknown", text: error.reason, hint: "Run doctor again." };
}

/** A time in its largest fitting unit. */
function duration(ms: number): string {
  const units = [
    [86_400_000, "day"],
    [3_600_000, "hour"],
    [60_000, "minute"],
  ] as const;
  const [size, unit] = units.find(([least]) => ms >= least) ?? [60_000, "minute"];
  const count = Math.round(ms / size);
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
