import { sarifLocation, sarifLog, sarifResult, sarifRule } from "../../sarif";
import { type VerifyReport, verdictStatus } from "../report";
import { title, verdictText } from "./wording";

const rules = [
  sarifRule("refused", "error", "The array does not take the recorded inbound password."),
  sarifRule("wrong-proof", "error", "The array has another outbound password than the recorded one."),
];

/** For code scanning, SARIF 2.1.0: a result for each password that is refused. What is unknown is a notification. */
export function sarif({ status, provenance, credentials }: VerifyReport): string {
  return sarifLog({
    name: "ontap-iscsi verify",
    provenance,
    rules,
    isSuccessful: status !== "unknown",
    notifications: credentials
      .filter((one) => verdictStatus(one) === "unknown")
      .map((one) => ({
        level: "error" as const,
        message: { text: `${title(one)}: ${verdictText(one)}: ${one.reason ?? ""}` },
        locations: [sarifLocation(one.urn)],
      })),
    results: credentials
      .filter((one) => verdictStatus(one) === "refused")
      .map((one) => {
        const rule = one.inbound === "refused" ? "refused" : "wrong-proof";
        return sarifResult(rule, "error", [one.urn], `${title(one)}: ${one.reason ?? ""}`, one.row);
      }),
  });
}
