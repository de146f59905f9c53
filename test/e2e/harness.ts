import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";
import { controlPlane } from "../control-plane";
import { createProject, type Project, type ProjectConfig } from "../engine/project";

/** One request as the simulator's log has it: `PATCH services/{uuid}`, without the common path. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
}

/** UUID of the simulator's first SVM. */
export const SVM1 = "19d04b8e-94d7-11e8-8370-005056b48fd2";
/** UUID of the simulator's second SVM. */
export const SVM2 = "25f617cf-94d7-11e8-8370-005056b48fd2";

/** A simulated array and a project on the real engine that is configured for it. */
export class EndToEndHarness {
  private constructor(
    readonly array: Simulator,
    readonly project: Project,
  ) {}

  static async start(
    program: string,
    options: { fixture?: NonNullable<SimulatorOptions["fixture"]>; config?: ProjectConfig } = {},
  ): Promise<EndToEndHarness> {
    const array = await startSimulator(options.fixture === undefined ? {} : { fixture: options.fixture });
    const project = await createProject({
      program: withImports(program),
      config: {
        "ontap-iscsi:host": array.url,
        "ontap-iscsi:username": array.username,
        "ontap-iscsi:password": { secret: array.password },
        ...options.config,
      },
    });
    return new EndToEndHarness(array, project);
  }

  setProgram(program: string): void {
    this.project.setProgram(withImports(program));
  }

  /** What was sent to the array since the last call, in the order of arrival. */
  async requests(): Promise<readonly LoggedRequest[]> {
    const requests = await this.control<LoggedRequest[]>("GET", "/requests");
    await this.control("DELETE", "/requests");
    return requests;
  }

  /** The same, as short text: `PATCH services`, `GET sessions`. */
  async calls(): Promise<readonly string[]> {
    return (await this.requests()).map(({ method, path }) => `${method} ${collectionOf(path)}`);
  }

  /** Speaks to the simulator's control plane. */
  control<Answer = unknown>(method: string, path: string, body?: unknown): Promise<Answer> {
    return controlPlane(this.array.controlUrl, method, path, body);
  }

  /** Changes the array behind Pulumi's back, by its REST API, below `/api/protocols/san/iscsi`. */
  async byHand(method: string, path: string, body?: unknown): Promise<void> {
    const authorization = Buffer.from(`${this.array.username}:${this.array.password}`).toString("base64");
    const response = await fetch(`${this.array.url}/api/protocols/san/iscsi/${path}`, {
      method,
      headers: { Authorization: `Basic ${authorization}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    await this.requests();
  }

  /** An initiator logs in; fails the test where the array refuses it. */
  logIn(
    initiator: string,
    address: string,
    chap: { user?: string; password?: string } = {},
  ): Promise<{ tsih: number }> {
    return this.control("POST", "/sessions", { svm: "svm1", interface: "iscsi_lif1", initiator, address, ...chap });
  }

  async stop(): Promise<void> {
    this.project.dispose();
    await this.array.close();
  }
}

function withImports(program: string): string {
  return `const pulumi = require("@pulumi/pulumi");
const { IscsiService, IscsiCredentials } = require("pulumi-ontap-iscsi");
${program}`;
}

function collectionOf(path: string): string {
  return path.replace(/^\/api\/(protocols\/san\/iscsi|svm)\//, "").replace(/\/.*$/, "");
}
