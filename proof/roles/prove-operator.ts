import pLimit from "p-limit";
import type { WireRecord } from "../../simulator/query";
import { FRONTS, type Front } from "../../test/provider/provider-harness";
import { type LesserRole, leastRoles, lesserRoles } from "./least-roles";
import { missingRights, namesOneOf } from "./named-right";
import { operate, type Stepped } from "./operator";
import { described, type Part, together } from "./part";
import { type Prepared, REPORTED_GONE } from "./steps";

/** As many roles at once as there are cores. */
const limit = pLimit(2);

/** Both ways in which ONTAP may refuse a right, see docs/unknowns.md. */
const REFUSALS = ["6", "6691623"];

/** Everything that the engine does with resources, with the least role and with each lesser one. */
export async function proveOperator(
  prepared: Prepared,
  short: boolean,
  progress: (line: string) => void,
): Promise<Part> {
  const least = leastRoles().get("operator") ?? [];
  const parts: Part[] = [];
  for (const front of FRONTS) {
    for (const missingRight of short ? REFUSALS.slice(0, 1) : REFUSALS) {
      const settings: WireRecord = { unknowns: { missingRight } };
      progress(`operator on the ${front} side, refused by ${missingRight}`);
      const enough = await operate(prepared, { privileges: least, front, settings });
      const lesser = lesserRoles(least).filter((role) => !short || isInShort(role, front));
      const lessened = await Promise.all(
        lesser.map((role) =>
          limit(async () =>
            judge(role, await operate(prepared, { privileges: role.privileges, front, settings }), enough, front),
          ),
        ),
      );
      const broken = enough.flatMap(({ name, failure }) =>
        failure === undefined ? [] : [`${front}: with ${described(least)}, ${name}: ${failure}`],
      );
      parts.push({ roles: 1, cases: enough.length, gone: 0, failures: broken }, ...lessened);
    }
  }
  return together(parts);
}

/** In short, one level less and nothing at all; on the plugin side, where the provider is the same, of the sessions alone. */
function isInShort({ lessened: { path, access } }: LesserRole, front: Front): boolean {
  return front === "dynamic" ? ["read_create_modify", "none"].includes(access) : path.endsWith("/sessions");
}

/** Steps that use what is missing fail and name it, all others do what they do with the least role. */
function judge({ lessened }: LesserRole, steps: readonly Stepped[], enough: readonly Stepped[], front: Front): Part {
  const failures = steps.flatMap(({ name, failure }, index) => {
    const missing = missingRights(enough[index]?.uses ?? [], lessened);
    const isProven =
      missing.length === 0 ? failure === undefined : failure !== undefined && namesOneOf(failure, missing);
    const wanted = missing.length === 0 ? "should succeed" : `should name ${described(missing)}`;
    return isProven
      ? []
      : [`${front}: with only ${described([lessened])}, ${name} ${wanted}: ${failure ?? "it succeeded"}`];
  });
  const gone = steps.filter(({ failure }) => failure === REPORTED_GONE).length;
  return { roles: 1, cases: steps.length, gone, failures };
}
