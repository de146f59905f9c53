import pLimit from "p-limit";
import { commands, type Ended, runCommand } from "./commands";
import { leastRoles, lesserRoles } from "./least-roles";
import { missingRights, namesOneOf } from "./named-right";
import { described, type Part } from "./part";

/** As many commands at once as there are cores. */
const limit = pLimit(2);

const GONE = /"status": ?"gone"|"gone"/;

/** The commands of `ontap-iscsi`: each with the least role, and with each lesser one. */
export async function proveCommands(progress: (line: string) => void): Promise<Part> {
  const failures: string[] = [];
  let cases = 0;
  let gone = 0;
  const judge = (what: string, { printed }: Ended, isProven: boolean) => {
    cases++;
    gone += GONE.test(printed) ? 1 : 0;
    if (!isProven || GONE.test(printed)) {
      failures.push(`${what}:\n${printed}`);
    }
  };
  const roles = leastRoles();
  for (const [task, command] of Object.entries(commands)) {
    const least = roles.get(task) ?? [];
    progress(`${task} with ${described(least)}`);
    const lesser = lesserRoles(least);
    const [enough, ...ended] = await Promise.all([
      limit(() => runCommand(command, least)),
      ...lesser.map(({ privileges }) => limit(() => runCommand(command, privileges))),
    ]);
    judge(`${task} should end with 0 and ended with ${enough.code}`, enough, least.length > 0 && enough.code === 0);
    for (const [index, { lessened }] of lesser.entries()) {
      const end = ended[index] ?? { code: null, printed: "" };
      const missing = missingRights([{ method: "GET", path: lessened.path }], lessened);
      judge(
        `${task} with only ${described([lessened])} should end with ${command.exitCode}, name the right, and ended with ${end.code}`,
        end,
        end.code === command.exitCode && namesOneOf(end.printed, missing),
      );
    }
  }
  return { roles: cases, cases, gone, failures };
}
