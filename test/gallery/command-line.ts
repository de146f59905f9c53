import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { A, AuditedArray } from "../cli/drift/who/audited-array";
import { ontapIscsi } from "../cli/executable";
import type { Chapter, Message } from "./message";

/** What `ontap-iscsi` prints on standard error in an empty folder. */
function printed(when: string, args: readonly string[], files: Readonly<Record<string, string>> = {}): Message {
  return {
    when: `${when}: \`ontap-iscsi ${args.join(" ")}\``,
    async provoke() {
      const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-gallery-"));
      try {
        for (const [name, text] of Object.entries(files)) {
          writeFileSync(join(folder, name), text);
        }
        const { stderr } = await ontapIscsi(args, { cwd: folder });
        return stderr;
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

/** What `drift --who` says of an audit log that the account of an SVM may not read. */
async function withoutRight(): Promise<string> {
  const audited = await AuditedArray.start();
  const { array } = audited;
  try {
    await audited.changeUser(A);
    const login = { name: "vsadmin", password: "secret-horse" };
    await array.control("PUT", "/settings", { users: [{ ...login, role: "vsadmin", svm: "svm1" }] });
    const { stdout } = await ontapIscsi(["drift", "--who", "--state", array.stateFile], {
      env: { ONTAP_HOST: array.url, ONTAP_USERNAME: login.name, ONTAP_PASSWORD: login.password },
    });
    return stdout.split("\n").find((line) => line.startsWith("Who ")) ?? stdout;
  } finally {
    await array.stop();
  }
}

/** What the command line says. */
export const commandLine: Chapter = {
  title: "Command line",
  messages: [
    printed("a command is misspelled", ["drfit"]),
    printed("an option is misspelled", ["drift", "--fromat", "json"]),
    printed("a file is not there", ["drift", "--state", "state.json"]),
    printed("a file is no state", ["drift", "--state", "state.json"], { "state.json": "{}" }),
    printed("`--out` is missing", ["import"]),
    { when: "the login may not read the audit log: `ontap-iscsi drift --who`", provoke: withoutRight },
  ],
};
