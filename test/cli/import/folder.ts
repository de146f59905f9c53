import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SimulatorOptions, startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { environmentOf, ontapIscsi } from "../executable";

/** An array, and a folder of its own to import into. */
export class ImportWorld extends TestArray {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), "ontap-iscsi-import-")));
  /** What `--out` names; not there at first. */
  readonly out = join(this.root, "iscsi prod");

  static async start(fixture: NonNullable<SimulatorOptions["fixture"]>): Promise<ImportWorld> {
    return new ImportWorld(await startSimulator({ fixture }));
  }

  /** A file with the passwords that are known. */
  passwords(content: unknown): string {
    const file = join(this.root, "passwords.json");
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    return file;
  }

  run(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
    const environment = { ...environmentOf(this), ...env };
    return ontapIscsi(["import", "--out", this.out, ...args], { cwd: this.root, env: environment });
  }

  /** In which the printed commands run, with a backend of their own; `engine` is that of the engine itself. */
  pulumi(engine: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    return {
      ...engine,
      PULUMI_HOME: join(this.root, "home"),
      PULUMI_BACKEND_URL: `file://${this.root}`,
      PULUMI_CONFIG_PASSPHRASE: "correct horse battery staple",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      NODE_ENV: undefined,
      NODE_OPTIONS: "",
    };
  }

  async stop(): Promise<void> {
    rmSync(this.root, { recursive: true });
    await this.close();
  }
}
