import type { CommandResult, Project } from "../../test/engine/project";
import { run } from "../../test/engine/run";
import { COMMAND, type SimulatedArray } from "./array";
import type { Narrator } from "./narrator";

/** The host of the demonstration. */
export const HOST = "iqn.1998-01.com.corp.iscsi:host1";

/** What every chapter plays on: commands that are run and shown, and the array that they work on. */
export class Stage {
  constructor(
    readonly narrator: Narrator,
    readonly array: SimulatedArray,
    readonly project: Project,
  ) {}

  async pulumi(args: readonly string[]): Promise<CommandResult> {
    this.narrator.say(`  $ pulumi ${args.join(" ")}`);
    const result = await this.project.run(args);
    this.narrator.quote(result.text);
    return result;
  }

  async ontapIscsi(args: readonly string[]): Promise<{ code: number; text: string }> {
    this.narrator.say(`  $ ontap-iscsi ${args.join(" ")}`);
    const { folder: cwd, env } = this.project;
    const { code, stdout, stderr } = await run(process.execPath, [COMMAND, ...args], { cwd, env });
    const text = `${stdout}${stderr}`;
    this.narrator.quote(text);
    return { code, text };
  }

  async showArray(): Promise<void> {
    const { services, credentials } = await this.array.holding();
    this.narrator.say("\nThe array now holds:\n");
    this.narrator.quote(
      [
        ...services.map(
          ({ svm, enabled, target }) =>
            `service     ${svm.name}  enabled=${enabled}  alias=${target.alias ?? ""}  ${target.name}`,
        ),
        ...credentials.map(
          ({ svm, initiator, authentication_type: type, chap }) =>
            `credential  ${svm.name}  ${initiator}  ${type}${chap?.inbound ? `  user=${chap.inbound.user}` : ""}`,
        ),
      ].join("\n"),
    );
  }

  /** UUID of the SVM whose target name the program exports. */
  async svmUuid(): Promise<string> {
    const outputs = await this.project.outputs();
    const { services } = await this.array.holding();
    const found = services.find(({ target }) => target.name === outputs.targetName)?.svm.uuid;
    if (found === undefined) {
      throw new Error("the array does not hold the service whose target name the stack exports");
    }
    return found;
  }
}

export function summarize(calls: readonly string[]): string {
  return calls.length === 0 ? "no request" : `${calls.length} ${calls.length === 1 ? "request" : "requests"}`;
}

export function verbs(calls: readonly string[]): string {
  return calls.map((call) => call.split("/")[0]).join(", ");
}
