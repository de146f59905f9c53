import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSimulator } from "../../simulator";
import type { Privilege } from "../../simulator/access/role";
import { INITIATORS, recordedOn } from "../../test/cli/drift/array";
import { environmentOf, ontapIscsi } from "../../test/cli/executable";
import { SVM1 } from "../../test/names";

/** What a command is called with, and how it ends with a role of which a right is missing. */
interface RolesCommand {
  readonly args: (folder: string) => readonly string[];
  readonly exitCode: number;
}

const STATE = "state.json";

/** The tasks that are commands of `ontap-iscsi`; each ends with 0 where the role has what it needs. */
export const commands: Readonly<Record<string, RolesCommand>> = {
  drift: { args: (folder) => ["drift", "--state", join(folder, STATE), "--format", "json"], exitCode: 3 },
  import: { args: (folder) => ["import", "--out", join(folder, "imported")], exitCode: 3 },
  sessions: { args: (folder) => ["sessions", "--state", join(folder, STATE), "--format", "json"], exitCode: 3 },
  doctor: { args: () => ["doctor", "--format", "json"], exitCode: 1 },
};

/** What came of a command. */
export interface Ended {
  readonly code: number | null;
  /** Everything that it printed. */
  readonly printed: string;
}

/** Runs a command with a login that has these privileges alone, against an array of its own. */
export async function runCommand({ args }: RolesCommand, privileges: readonly Privilege[]): Promise<Ended> {
  const svm = { name: "svm1", uuid: SVM1 };
  const simulator = await startSimulator({
    fixture: {
      svms: [svm],
      services: [{ svm, enabled: true }],
      credentials: INITIATORS.map((initiator) => ({ svm, initiator, authentication_type: "none" })),
      users: [{ name: "least", password: "own", role: "least" }],
      roles: [{ name: "least", privileges: privileges.map((privilege) => ({ ...privilege })) }],
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-roles-"));
  try {
    writeFileSync(join(folder, STATE), JSON.stringify({ version: 3, deployment: { resources: recordedOn() } }));
    const env = environmentOf({ url: simulator.url, username: "least", password: "own" });
    const { code, stdout, stderr } = await ontapIscsi(args(folder), { cwd: folder, env });
    return { code, printed: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await simulator.close();
  }
}
