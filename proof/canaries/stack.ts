import { ontapIscsi } from "../../test/cli/executable";
import { EndToEndHarness } from "../../test/e2e/harness";
import { namePlugin } from "../../test/e2e/with-provider";
import type { CommandResult } from "../../test/engine/project";
import { echoesOf } from "./echoes";
import type { Evidence } from "./evidence";
import { watchingProcesses } from "./process-watch";
import { type Chosen, programWith } from "./program";
import type { Secrets } from "./secrets";

/** A stack on the real engine whose commands are watched: what they print and keep, and which processes they start. */
export class WatchedStack {
  /** Commands so far. */
  commands = 0;
  /** What did not go as the story has it. */
  readonly surprises: string[] = [];

  private constructor(
    readonly end: EndToEndHarness,
    private readonly evidence: Evidence,
    private readonly secrets: Secrets,
  ) {}

  static async start(evidence: Evidence, secrets: Secrets, chosen: Chosen): Promise<WatchedStack> {
    const end = await EndToEndHarness.start(programWith(chosen), {
      config: {
        inbound: { secret: secrets["inbound password"] },
        outbound: { secret: secrets["outbound password"] },
        rotated: { secret: secrets["new inbound password"] },
        hexadecimal: { secret: secrets["hexadecimal password"] },
        row: { secret: secrets["password of a row"] },
        newRow: { secret: secrets["new password of a row"] },
        "ontap-iscsi:username": "canary",
        "ontap-iscsi:password": { secret: secrets["array password"] },
      },
    });
    const users = [
      { name: "canary", password: secrets["array password"], role: "admin" },
      { name: "robot", password: secrets.token, role: "admin" },
    ];
    await end.control("PUT", "/settings", { users });
    namePlugin(end.project);
    return new WatchedStack(end, evidence, secrets);
  }

  setProgram(chosen: Chosen): void {
    this.end.setProgram(programWith(chosen));
  }

  /** A command of the engine; `secrets` in its environment are its user's own. */
  async pulumi(code: number, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CommandResult> {
    const { result, seen } = await watchingProcesses(() => this.end.project.run(args, env));
    const name = `pulumi ${args.join(" ")}`;
    for (const { command } of seen) {
      this.evidence.look(`${name}: the arguments of a process`, command);
    }
    this.expect(name, code, result);
    return result;
  }

  /** A command of `ontap-iscsi`, on the stack unless its arguments say otherwise. */
  async ontapIscsi(code: number, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
    const { project } = this.end;
    const own = { ...project.env, NODE_OPTIONS: "", ...env };
    const { result, seen } = await watchingProcesses(() => ontapIscsi(args, { cwd: project.folder, env: own }));
    const name = `ontap-iscsi ${args.join(" ")}`;
    for (const { command, environment } of seen) {
      this.evidence.look(`${name}: the arguments of a process`, command);
      if (Object.keys(env).length === 0) {
        this.evidence.look(`${name}: the environment of a process`, environment);
      }
    }
    this.expect(name, code, result);
  }

  /** From now on the array refuses such requests, each with a quotation of a secret that goes with it in another form. */
  async quote(method: string, path: string, ...kinds: readonly (keyof Secrets)[]): Promise<void> {
    const messages = kinds.flatMap((kind) => echoesOf(this.secrets[kind]));
    const refuse = (message: string, nth: object) => ({
      match: { method, path, ...nth },
      kind: "status",
      status: 400,
      code: "5374145",
      message,
    });
    for (const [index, message] of messages.entries()) {
      await this.end.control("POST", "/faults", refuse(message, { nth: index + 1 }));
    }
    // Those that come after them are refused, too.
    await this.end.control("POST", "/faults", refuse(messages[0] ?? "", {}));
  }

  async endQuotes(): Promise<void> {
    await this.end.control("DELETE", "/faults");
  }

  /** The state as it is exported, and every file of the stack: its backend, its home, what is left in temporary folders. */
  async lookAtFiles(): Promise<void> {
    const { stdout } = await this.end.project.expect(["stack", "export"]);
    this.evidence.look("the exported state", stdout);
    this.evidence.lookAtFiles("the stack", this.end.project.root, (path) => !/node_modules|^imports/.test(path));
  }

  private expect(
    name: string,
    code: number,
    { code: ended, stdout, stderr }: Omit<CommandResult, "text" | "report">,
  ): void {
    this.commands += 1;
    this.evidence.look(`${name}: standard output`, stdout);
    this.evidence.look(`${name}: standard error`, stderr);
    if (ended !== code) {
      this.surprises.push(`${name} ended with ${ended} instead of ${code}: ${(stdout + stderr).slice(-1_500)}`);
    }
  }
}
