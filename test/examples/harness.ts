import { once } from "node:events";
import { request as overHttp } from "node:http";
import { request as overTls } from "node:https";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator";
import { EXAMPLES } from "../checkout";
import { createProject, type Project, type ProjectConfig } from "../engine/project";

/** What an array holds, in ONTAP's names, passwords included. */
export interface Held {
  readonly services: readonly Record<string, unknown>[];
  readonly credentials: readonly Record<string, unknown>[];
  readonly sessions: readonly unknown[];
}

/** How an initiator introduces itself; at the first interface of `svm1` unless it says where. */
export interface Login {
  readonly svm?: string;
  readonly initiator: string;
  readonly address: string;
  readonly user?: string;
  readonly password?: string;
  /** The pair by which it wants the array to prove itself. */
  readonly outbound?: { readonly user: string; readonly password: string };
}

/** A simulated array for an example, with HTTPS or without. */
export class ExampleArray {
  private constructor(readonly simulator: Simulator) {}

  static async start(options: SimulatorOptions = {}): Promise<ExampleArray> {
    return new ExampleArray(await startSimulator(options));
  }

  /** Settings of the connection, as a stack has them for its only cluster. */
  get connection(): ProjectConfig {
    const { url, username, password } = this.simulator;
    return {
      "ontap-iscsi:host": url,
      "ontap-iscsi:username": username,
      "ontap-iscsi:password": { secret: password },
    };
  }

  async held(): Promise<Held> {
    return JSON.parse((await this.control("GET", "/state")).text);
  }

  /** Rows by initiator: the type, and what else there is but the SVM. */
  async credentials(svm = "svm1"): Promise<Record<string, unknown>> {
    const rows = (await this.held()).credentials.filter((row) => nameOf(row.svm) === svm);
    return Object.fromEntries(rows.map(({ svm: _svm, initiator, ...row }) => [initiator, row]));
  }

  /** The HTTP status: 201 where the array lets the initiator in, 403 where it does not. */
  async logIn(login: Login): Promise<number> {
    return (await this.control("POST", "/sessions", { svm: "svm1", interface: "iscsi_lif1", ...login })).status;
  }

  /** Every session ends. */
  async logOut(): Promise<void> {
    await this.control("DELETE", "/sessions");
  }

  stop(): Promise<void> {
    return this.simulator.close();
  }

  private async control(method: string, path: string, body?: unknown): Promise<{ status: number; text: string }> {
    const { controlUrl, caCertificate } = this.simulator;
    const start = controlUrl.startsWith("https:") ? overTls : overHttp;
    const call = start(`${controlUrl}${path}`, { method, ...(caCertificate && { ca: caCertificate }), agent: false });
    call.end(body === undefined ? undefined : JSON.stringify(body));
    const [answer] = await once(call, "response");
    return { status: answer.statusCode, text: await text(answer) };
  }
}

/** The example of that name as a project of its own. Its types are checked once for all, by types.test.ts. */
export function exampleProject(name: string, config: ProjectConfig): Promise<Project> {
  const env = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" };
  return createProject({ name, program: { directory: join(EXAMPLES, name) }, config, env });
}

/** Shows that a preview announces these resources, `up` makes them, and nothing is left to do then. */
export async function expectToApply(project: Project, resources: readonly string[]): Promise<void> {
  const preview = await project.expect(["preview", "--json"]);
  const { steps } = preview.report();
  const names = steps
    .filter(({ urn }) => !urn.includes("::pulumi:pulumi:Stack::"))
    .map(({ op, urn }) => `${op} ${urn.split("::").at(-1)}`);
  expect(names.sort()).toEqual(resources.map((name) => `create ${name}`).sort());
  await project.expect(["up", "--yes", "--skip-preview"]);
  await project.expect(["preview", "--expect-no-changes"]);
}

function nameOf(svm: unknown): unknown {
  return typeof svm === "object" && svm !== null && "name" in svm ? svm.name : undefined;
}
