import { type Simulator, startSimulator } from "../../simulator";
import { TestArray } from "../../test/array";
import { run } from "../../test/engine/run";
import { DISABLED_TARGET, fixture, INITIATOR, type LoginCase, loginCases, TARGET } from "./login-cases";
import type { Part, PartOutcome } from "./part";

/** `iscsi-ls` and `iscsi-inq` log in to the simulator in every way, and leave no session behind. */
export const logins: Part = {
  name: "logins of libiscsi",
  run: async (): Promise<PartOutcome> => {
    const simulator = await startSimulator({ fixture, iscsiPort: 0 });
    const array = new TestArray(simulator);
    const failures: string[] = [];
    try {
      failures.push(...(await listTargets(simulator)));
      for (const one of loginCases) {
        failures.push(...(await inquire(simulator, one)), ...(await sessionsLeft(array, one.title)));
      }
    } finally {
      await array.close();
    }
    return { cases: loginCases.length + 1, failures };
  },
};

/** `iscsi-ls` finds the targets that are enabled, and the disk of each. */
async function listTargets({ iscsi }: Simulator): Promise<string[]> {
  const { code, stdout, stderr } = await run("iscsi-ls", ["-s", "-i", `${INITIATOR}open`, `iscsi://${address(iscsi)}`]);
  const isListed = stdout.includes(`Target:${TARGET} `) && stdout.includes("Type:DIRECT_ACCESS");
  const isRight = code === 0 && isListed && !stdout.includes(DISABLED_TARGET);
  return isRight ? [] : [`iscsi-ls ended with ${code} and printed\n${stdout}${stderr}`];
}

async function inquire({ iscsi }: Simulator, one: LoginCase): Promise<string[]> {
  const { title, initiator, target = TARGET, user, password, outbound, expected } = one;
  const login = user === undefined ? "" : `${user}%${password}@`;
  const demand = outbound ? `?target_user=${outbound.user}&target_password=${outbound.password}` : "";
  const url = `iscsi://${login}${address(iscsi)}/${target}/0${demand}`;
  const { code, stdout, stderr } = await run("iscsi-inq", ["-i", INITIATOR + initiator, url]);
  const isRight =
    expected === "accepted" ? code === 0 && /^Vendor:NETAPP/m.test(stdout) : code !== 0 && expected.test(stderr);
  return isRight ? [] : [`${title}: iscsi-inq ended with ${code} and printed\n${stdout}${stderr}`];
}

/** The tool has ended, so that its session has; the array sees that as soon as the connection's end arrives. */
async function sessionsLeft(array: TestArray, title: string): Promise<string[]> {
  for (let look = 0; look < 20; look += 1) {
    const { sessions } = await array.control<{ sessions: unknown[] }>("GET", "/state");
    if (sessions.length === 0) {
      return [];
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return [`${title}: a session was left`];
}

function address(iscsi: Simulator["iscsi"]): string {
  return `${iscsi?.host}:${iscsi?.port}`;
}
