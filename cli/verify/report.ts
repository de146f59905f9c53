import type { Provenance } from "../provenance";
import type { Place } from "../stack/place";
import type { Verdict } from "./verdict";

/**
 * What `ontap-iscsi verify` found, worst first. Its JSON is public (docs/verify.md): keys stay as they are.
 */
export interface VerifyReport {
  /** `unknown` where anything could not be told, else `refused` where a password is not the recorded one. */
  readonly status: VerdictStatus;
  readonly provenance: Provenance;
  readonly credentials: readonly VerifiedCredential[];
}

/** What is known of all the recorded passwords of a credential; a wrong proof is treated as refused. */
export type VerdictStatus = "proven" | "refused" | "unknown";

/** The verdict on one recorded credential. */
export interface VerifiedCredential extends Place, Verdict {
  readonly urn: string;
  readonly name: string;
  /** Name of the row, where the resource is a table. */
  readonly row?: string;
  /** The engine's token for the resource class. */
  readonly type: string;
  readonly id: string;
  /** Name of the SVM, as it is recorded. */
  readonly svm: string;
  readonly initiator: string;
  /** Address and port that was logged in to; absent where no login was tried. */
  readonly portal?: string;
  /** Address of this machine that the login came from. */
  readonly from?: string;
}

/** The report, with what is worst first, then by SVM and initiator. */
export function reportOf(credentials: readonly VerifiedCredential[], provenance: Provenance): VerifyReport {
  const all = credentials.map(verdictStatus);
  const sorted = [...credentials].sort(
    (a, b) =>
      WORST_FIRST.indexOf(verdictStatus(a)) - WORST_FIRST.indexOf(verdictStatus(b)) ||
      compare(a.svm, b.svm) ||
      compare(a.initiator, b.initiator),
  );
  return {
    status: all.includes("unknown") ? "unknown" : all.includes("refused") ? "refused" : "proven",
    provenance,
    credentials: sorted,
  };
}

/** Both directions as one. */
export function verdictStatus({ inbound, outbound }: Verdict): VerdictStatus {
  if (inbound === "refused" || outbound === "wrong proof") {
    return "refused";
  }
  return inbound === "unknown" || outbound === "unknown" ? "unknown" : "proven";
}

const WORST_FIRST: readonly VerdictStatus[] = ["refused", "unknown", "proven"];

const { compare } = new Intl.Collator("en", { numeric: true });
