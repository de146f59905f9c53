import { type JunitCase, junitDocument } from "../../junit";
import { placeName } from "../../stack/place";
import { type VerifiedCredential, type VerifyReport, verdictStatus } from "../report";
import { limits, routeText, title, verdictText } from "./wording";

/** For CI systems: a test case for each credential, failed where it is refused, in error where it is unknown. */
export function junit(report: VerifyReport): Promise<string> {
  const { status, provenance, credentials } = report;
  const cases = credentials.map(caseOf);
  return junitDocument({ name: "ontap-iscsi verify", status, provenance, cases, output: limits(report) ?? "" });
}

function caseOf(one: VerifiedCredential): JunitCase {
  const tested = { name: title(one), classname: one.type.slice(one.type.lastIndexOf(":") + 1) };
  const status = verdictStatus(one);
  if (status === "proven") {
    return tested;
  }
  const { urn, id, reason = "" } = one;
  const place = placeName(one);
  const detail = [place === undefined ? urn : `${urn} on ${place}`, id, verdictText(one), routeText(one) ?? ""];
  return {
    ...tested,
    trouble: {
      is: status === "refused" ? "failure" : "error",
      type: status,
      message: reason,
      detail: detail.filter((line) => line !== "").join("\n"),
    },
  };
}
