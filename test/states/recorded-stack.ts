import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Simulator, startSimulator } from "../../simulator";
import { controlPlane } from "../control-plane";
import { namePlugin } from "../e2e/with-provider";
import { createProject, type Project, STACK } from "../engine/project";

/** Arrays that a recorded stack may have. In its files, `http://<name>.invalid` is the host of each. */
const ARRAYS = ["array", "east", "west"] as const;

interface State {
  readonly services: ReadonlyArray<{ svm: { name: string }; enabled: boolean; target: { alias: string } }>;
  readonly credentials: ReadonlyArray<{ svm: { name: string }; initiator: string; authentication_type: string }>;
}

interface RecordedArray {
  readonly name: string;
  readonly simulator: Simulator;
  readonly fixture: unknown;
}

/** A stack as an earlier commit left it: its arrays as they were then, its program and its state (see README.md). */
export class RecordedStack {
  private constructor(
    readonly project: Project,
    private readonly folder: string,
    private readonly arrays: readonly RecordedArray[],
  ) {}

  /** Starts the arrays of the stack in this folder, and a project that is configured for them. */
  static async start(path: string): Promise<RecordedStack> {
    const folder = join(__dirname, path);
    const present = ARRAYS.filter((name) => existsSync(join(folder, `${name}.json`)));
    const arrays = await Promise.all(
      present.map(async (name) => ({
        name,
        simulator: await startSimulator({ username: "admin", password: "example-login" }),
        fixture: JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")),
      })),
    );
    const project = await createProject({
      program: { directory: folder },
      name: basename(folder),
      config: JSON.parse(located(join(folder, "config.json"), arrays)),
    });
    if (readFileSync(join(folder, "export.json"), "utf8").includes('"pulumi:providers:ontap-iscsi"')) {
      namePlugin(project);
    }
    return new RecordedStack(project, folder, arrays);
  }

  /** Resets the arrays and the stack to what was recorded. */
  async restore(): Promise<void> {
    for (const { simulator, fixture } of this.arrays) {
      await controlPlane(simulator.controlUrl, "PUT", "/state", fixture);
    }
    const state: { deployment: object } = JSON.parse(located(join(this.folder, "export.json"), this.arrays));
    const deployment = { ...state.deployment, secrets_providers: this.secrets() };
    const file = join(this.project.root, "export.json");
    writeFileSync(file, JSON.stringify({ ...state, deployment }));
    await this.project.expect(["stack", "import", "--file", file]);
  }

  /** The services and credentials on the arrays, sorted: `array: svm1 alias prod`, `array: svm1/default deny`. */
  async held(): Promise<readonly string[]> {
    const lines = await Promise.all(
      this.arrays.map(async ({ name, simulator }) => {
        const { services, credentials } = await controlPlane<State>(simulator.controlUrl, "GET", "/state");
        return [
          ...services.map(({ svm, target }) => `${name}: ${svm.name} alias ${target.alias}`),
          ...credentials.map((row) => `${name}: ${row.svm.name}/${row.initiator} ${row.authentication_type}`),
        ];
      }),
    );
    return lines.flat().sort();
  }

  /** The requests that changed something on any array, since the last call. */
  async writes(): Promise<readonly string[]> {
    const requests = await Promise.all(
      this.arrays.map(async ({ simulator: { controlUrl } }) => {
        const log = await controlPlane<ReadonlyArray<{ method: string; path: string }>>(controlUrl, "GET", "/requests");
        await controlPlane(controlUrl, "DELETE", "/requests");
        return log.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`);
      }),
    );
    return requests.flat();
  }

  async stop(): Promise<void> {
    this.project.dispose();
    await Promise.all(this.arrays.map(({ simulator }) => simulator.close()));
  }

  /** How this stack encrypts its secrets. A state has to name that; the recorded one has them in plaintext. */
  private secrets() {
    const settings = readFileSync(join(this.project.folder, `Pulumi.${STACK}.yaml`), "utf8");
    return { type: "passphrase", state: { salt: /^encryptionsalt: (.*)$/m.exec(settings)?.[1] } };
  }
}

/** The text of a file, with the arrays' real URLs. */
function located(file: string, arrays: readonly RecordedArray[]): string {
  return arrays.reduce(
    (text, { name, simulator }) => text.replaceAll(`http://${name}.invalid`, simulator.url),
    readFileSync(file, "utf8"),
  );
}
