import { ambiguityChoices } from "../../simulator/state/ambiguities";
import { FRONTS } from "../../test/provider/provider-harness";
import { leastRoles } from "./least-roles";
import { operate } from "./operator";
import { described, type Part, together } from "./part";
import { type Prepared, REPORTED_GONE } from "./steps";

const OWN = "svm1";

/**
 * The operator's role as one of an SVM: everything is done there, and each step for a resource of another SVM fails,
 * whichever code ONTAP has for that.
 */
export async function proveSvmLogin(
  prepared: Prepared,
  short: boolean,
  progress: (line: string) => void,
): Promise<Part> {
  const privileges = leastRoles().get("operator") ?? [];
  const parts: Part[] = [];
  for (const front of short ? FRONTS.slice(0, 1) : FRONTS) {
    progress(`operator of ${OWN} on the ${front} side`);
    const codes = short ? ambiguityChoices.otherSvmForSvmUser.slice(0, 1) : ambiguityChoices.otherSvmForSvmUser;
    for (const code of codes) {
      const settings = { unknowns: { otherSvmForSvmUser: code } };
      const steps = await operate(prepared, { privileges, front, svm: OWN, settings });
      const wrong = steps.filter(({ svm, failure }) =>
        svm === OWN ? failure !== undefined : failure === undefined || failure === REPORTED_GONE,
      );
      const failures = wrong.map(
        ({ name, failure }) =>
          `${front}, ${code}: with ${described(privileges)} of ${OWN}, ${name}: ${failure ?? "it succeeded on another SVM"}`,
      );
      const gone = steps.filter(({ failure }) => failure === REPORTED_GONE).length;
      parts.push({ roles: 1, cases: steps.length, gone, failures });
    }
  }
  return together(parts);
}
