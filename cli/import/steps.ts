import { kinds, rowsIn, tableKinds } from "../../provider/inventory";
import type { ConnectionOptions } from "../../provider/rest";
import { connectionSteps } from "./connection-steps";
import { IMPORT_FILE, SECRETS } from "./file-names";
import { shortNoun, tableOf } from "./kind-names";
import type { Target } from "./languages";
import type { ImportPlan } from "./plan";
import { shellWord } from "./shell";
import type { Written } from "./write-plan";

/** What the steps depend on. */
export interface StepsInput {
  readonly folder: string;
  readonly plan: ImportPlan;
  readonly target: Target;
  readonly written: Written;
  readonly connection: ConnectionOptions;
  /** True where the folder's own stack says already how to reach the array. */
  readonly configured: boolean;
}

/** What is left to do, as a shell script with comments. It holds no password; commands with `--secret` ask for one. */
export function steps({ folder, plan, target, written, connection, configured }: StepsInput): string {
  const missing = plan.passwords.filter(({ value }) => value === undefined);
  const lines = [
    `# Wrote ${written.names.join(", ")}: ${counted(plan)}.`,
    `cd ${shellWord(folder)}`,
    ...keptProject(target, written),
    ...target.installSteps(written.names),
    ...(configured ? [] : ["pulumi stack init dev", ...connectionSteps(connection, plan.cluster)]),
    ...(written.secrets.length > 0 ? [setFromFiles(written)] : []),
    ...missingSteps(missing.map(({ secret }) => secret)),
    "pulumi import --file import.json --yes --generate-code=false --protect=false",
    shown([
      ...(target.declaresProvider ? ["the provider being created"] : []),
      ...(missing.length === 0 ? [] : [`${passwords(missing.length)} being added`]),
    ]),
    "pulumi preview",
    "# These hold passwords in plaintext; the stack has its own encrypted copy:",
    removal(written),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function shown(changes: readonly string[]): string {
  return changes.length === 0 ? "# Shows no change:" : `# Shows ${enumeration.format(changes)}, and nothing else:`;
}

/** A Pulumi.yaml that was there before may lack what the program needs. */
function keptProject({ needs }: Target, { names }: Written): readonly string[] {
  return needs === undefined || names.includes("Pulumi.yaml")
    ? []
    : [`# Pulumi.yaml was there and is kept. It must have ${needs}`];
}

/** Only the import's own files: other files in the folder are not secrets of this program. */
function setFromFiles({ secrets, kept }: Written): string {
  const files = kept.length === 0 ? `${SECRETS}/*` : secrets.map(shellWord).join(" ");
  return `for file in ${files}; do pulumi config set --secret "$(basename "$file")" < "$file"; done`;
}

function removal({ secrets, kept }: Written): string {
  if (secrets.length === 0) {
    return `rm ${IMPORT_FILE}`;
  }
  return kept.length === 0
    ? `rm -r ${IMPORT_FILE} ${SECRETS}`
    : `rm ${IMPORT_FILE} ${secrets.map(shellWord).join(" ")}`;
}

/** The commands that ask for passwords; `on` is the option for the stack. */
export function missingSteps(secrets: readonly string[], on?: string): readonly string[] {
  return secrets.length === 0
    ? []
    : [
        `# ${passwords(secrets.length)} not known; each is asked for, or read from standard input:`,
        ...secrets.map(
          (secret) => `pulumi config set --secret ${on === undefined ? "" : `${on} `}${shellWord(secret)}`,
        ),
      ];
}

function passwords(count: number): string {
  return plural(count, "password");
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

const enumeration = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** What is imported, in a few words. */
export function counted({ svms }: ImportPlan): string {
  const counts = [...kinds, ...tableKinds].flatMap((kind) => {
    const objects = svms.flatMap(({ resources }) => resources.get(kind) ?? []);
    const table = tableOf(kind);
    const rows = table && objects.reduce((sum, { object }) => sum + rowsIn(table, object.inputs).length, 0);
    const noun = table === undefined ? shortNoun(kind) : "table";
    return objects.length === 0
      ? []
      : [
          `${plural(objects.length, noun)}${rows === undefined ? "" : ` with ${plural(rows, shortNoun(table?.row ?? kind))}`}`,
        ];
  });
  return `${enumeration.format(counts)} on ${svms.length} ${svms.length === 1 ? "SVM" : "SVMs"}`;
}
