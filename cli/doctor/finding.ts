/** Parts of a diagnosis, in the order in which they are looked at. */
export const sections = ["installation", "configuration", "connection", "rights", "array"] as const;

/** How a finding stands, worst first. `unknown` could not be told, and stops nothing. */
export const statuses = ["unreachable", "error", "warning", "unknown", "ok"] as const;

/** One thing that `ontap-iscsi doctor` looked at. Public in its JSON (docs/doctor.md). */
export interface Finding {
  /** Name of the explicit provider that it is about; absent otherwise. */
  readonly provider?: string;
  readonly section: (typeof sections)[number];
  /** Name of the cluster, `null` for the one without a name; absent where it is about no cluster. */
  readonly cluster?: string | null;
  /** What was looked at: `Node.js`, a configuration key, a collection that may be read. */
  readonly subject: string;
  readonly status: (typeof statuses)[number];
  /** What was found. */
  readonly text: string;
  /** What to do; absent where there is nothing to do. */
  readonly hint?: string;
}

/** What `ontap-iscsi doctor` found. */
export interface Diagnosis {
  readonly status: "ok" | "error" | "unreachable";
  readonly findings: readonly Finding[];
}

/** The diagnosis of these findings. */
export function diagnosisOf(findings: readonly Finding[]): Diagnosis {
  const any = (wanted: Finding["status"]) => findings.some(({ status }) => status === wanted);
  return { status: any("unreachable") ? "unreachable" : any("error") ? "error" : "ok", findings };
}
