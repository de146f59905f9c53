import { type VerdictStatus, type VerifiedCredential, type VerifyReport, verdictStatus } from "../report";

/** A credential by the names that people know: `host1 on SVM svm1`, a row `iqn.1998-01.com.example:host1 of hosts on SVM svm1`. */
export function title({ name, row, svm }: VerifiedCredential): string {
  return `${row === undefined ? name : `${row} of ${name}`} on SVM ${svm}`;
}

/** The verdict on each direction: `inbound proven, outbound wrong proof`. */
export function verdictText({ inbound, outbound }: VerifiedCredential): string {
  return `inbound ${inbound}${outbound === undefined ? "" : `, outbound ${outbound}`}`;
}

/** Between which addresses the login was made; undefined where none was tried. */
export function routeText({ portal, from }: VerifiedCredential): string | undefined {
  return portal === undefined ? undefined : `at ${portal}${from === undefined ? "" : ` from ${from}`}`;
}

/** The whole report in a line. */
export function summary({ status, credentials, provenance: { source } }: VerifyReport): string {
  if (credentials.length === 0) {
    const place = source.file ?? (source.stack === null ? "the stack" : `the stack ${source.stack}`);
    return `Nothing was verified: ${place} has no such credential of type chap.`;
  }
  const count = (wanted: VerdictStatus) => credentials.filter((one) => verdictStatus(one) === wanted).length;
  const counts = [
    [count("refused"), "refused"],
    [count("unknown"), "unknown"],
    [count("proven"), "proven"],
  ] as const;
  const told = counts.filter(([number, what]) => number > 0 || what === "proven").map((pair) => pair.join(" "));
  const found = { proven: "All proven", refused: "Refused", unknown: "Could not tell" }[status];
  return `${found}: ${told.join(", ")}.`;
}

/** What a proof does not show; undefined where nothing is proven. */
export function limits({ credentials }: VerifyReport): string | undefined {
  return credentials.some(({ inbound, outbound }) => inbound === "proven" || outbound === "proven")
    ? "Proven means that the array knows the recorded password. It does not show that the host itself has it."
    : undefined;
}
