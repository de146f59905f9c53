import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { asObject } from "../../provider/schema";
import { pulumi, type StackLocation } from "../stack/pulumi";
import { IMPORT_FILE } from "./file-names";
import type { ImportOptions } from "./options";
import type { ImportPlan } from "./plan";
import { shellWord } from "./shell";
import { counted, missingSteps } from "./steps";
import type { Written } from "./write-plan";

/** So many resources are removed from a state by one command, each a string of some hundred characters. */
const AT_ONCE = 200;

/** What the steps depend on. */
export interface MoveInput {
  readonly options: ImportOptions;
  readonly stack: string;
  readonly plan: ImportPlan;
  readonly program: string;
  readonly written: Written;
  /** URNs that are to be in the state no more. */
  readonly replaced: readonly string[];
}

/** What is left to do to record resources in another form, as a shell script with comments. No step asks the array. */
export async function moveSteps(input: MoveInput): Promise<string> {
  const { options, stack, plan, program, written, replaced } = input;
  const { out: folder, place } = options;
  const there = realpathSync(place.cwd);
  const isOwn = there === realpathSync(folder);
  const on = `--stack ${shellWord(stack)}`;
  const file = isOwn ? IMPORT_FILE : resolve(folder, IMPORT_FILE);
  const configured = await configuredNames(place);
  const missing = plan.passwords.map(({ secret }) => secret).filter((name) => !configured.has(name));
  const lines = [
    `# Wrote ${written.names.join(", ")}: ${counted(plan)}, out of the state of ${stack}.`,
    `cd ${shellWord(there)}`,
    ...(isOwn
      ? []
      : [
          `# In the program, what ${resolve(folder, program)} declares takes the place of the resources that are`,
          "# removed below; it may name its secrets otherwise.",
        ]),
    ...missingSteps(missing, on),
    ...(plan.isPiped === true
      ? ["# Passes the passwords in plaintext from one command to the other, and through no file:"]
      : []),
    `${plan.isPiped === true ? `${printed(options, on)} | ` : ""}pulumi import --file ${plan.isPiped === true ? "/dev/stdin" : shellWord(file)} ${on} --yes --generate-code=false --protect=false`,
    ...removals(replaced, on),
    "# Shows no change:",
    `pulumi preview ${on}`,
    ...(plan.isPiped === true ? [] : ["# Holds the passwords as the state does, encrypted:", `rm ${shellWord(file)}`]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** The command that prints the import file. */
function printed({ as, cluster, language, withProvider, out }: ImportOptions, on: string): string {
  const more = [
    ...(cluster === undefined ? [] : ["--cluster", cluster]),
    ...(withProvider ? ["--provider"] : ["--language", language]),
  ].map(shellWord);
  const where = `--out ${shellWord(resolve(out))}`;
  return `npx ontap-iscsi import --${as} ${on} ${where} ${more.join(" ")} --print-import-file`;
}

function removals(urns: readonly string[], on: string): readonly string[] {
  const commands = Math.ceil(urns.length / AT_ONCE);
  return Array.from({ length: commands }, (_, index) => {
    const some = urns.slice(index * AT_ONCE, (index + 1) * AT_ONCE);
    return `pulumi state delete ${on} --yes ${some.map((urn) => `'${urn.replace(/'/g, "'\\''")}'`).join(" ")}`;
  });
}

/** Names of the project's own configuration. */
async function configuredNames(place: StackLocation): Promise<ReadonlySet<string>> {
  const all = asObject(JSON.parse(await pulumi(place, ["config", "--json"])));
  return new Set(Object.keys(all ?? {}).map((key) => key.slice(key.indexOf(":") + 1)));
}
