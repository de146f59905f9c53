import type { ConnectionOptions } from "../../provider/rest";
import { connectionSteps } from "./connection-steps";
import type { ImportPlan } from "./plan";
import { shellWord } from "./shell";
import { SECRETS } from "./write-plan";

/** What the steps depend on. */
export interface StepsInput {
  readonly folder: string;
  readonly plan: ImportPlan;
  readonly written: readonly string[];
  readonly connection: ConnectionOptions;
  /** True where the folder's own stack says already how to reach the array. */
  readonly configured: boolean;
}

/** What is left to do, as a shell script with comments. It holds no password; commands with `--secret` ask for one. */
export function steps({ folder, plan, written, connection, configured }: StepsInput): string {
  const missing = plan.passwords.filter(({ value }) => value === undefined);
  const lines = [
    `# Wrote ${written.join(", ")}: ${counted(plan)}.`,
    `cd ${shellWord(folder)}`,
    written.includes("package.json") ? "npm install" : "npm install pulumi-ontap-iscsi",
    ...(configured ? [] : ["pulumi stack init dev", ...connectionSteps(connection, plan.cluster)]),
    ...(written.includes(`${SECRETS}/`) ? [setFromFiles()] : []),
    "pulumi import --file import.json --yes --generate-code=false --protect=false",
    ...missingSteps(missing.map(({ secret }) => secret)),
    missing.length === 0 ? "# Shows no change:" : `# Shows ${passwords(missing.length)} being added, and nothing else:`,
    "pulumi preview",
    "# Passwords stand in these in clear; the stack has its own encrypted copy:",
    written.includes(`${SECRETS}/`) ? `rm -r import.json ${SECRETS}` : "rm import.json",
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function setFromFiles(): string {
  return `for file in ${SECRETS}/*; do pulumi config set --secret "$(basename "$file")" < "$file"; done`;
}

function missingSteps(secrets: readonly string[]): readonly string[] {
  return secrets.length === 0
    ? []
    : [
        `# ${passwords(secrets.length)} not known; each is asked for, or read from standard input:`,
        ...secrets.map((secret) => `pulumi config set --secret ${shellWord(secret)}`),
      ];
}

function passwords(count: number): string {
  return count === 1 ? "1 password" : `${count} passwords`;
}

function counted({ svms }: ImportPlan): string {
  const services = svms.filter(({ service }) => service !== undefined).length;
  const credentials = svms.reduce((sum, svm) => sum + svm.credentials.length, 0);
  return `${services} services and ${credentials} credentials on ${svms.length} SVMs`;
}
