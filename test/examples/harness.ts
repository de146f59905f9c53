import { join } from "node:path";
import { type SimulatorOptions, startSimulator } from "../../simulator";
import { TestArray } from "../array";
import { EXAMPLES } from "../checkout";
import { createProject, type Project, type ProjectConfig, type ProjectOptions } from "../engine/project";

/** What an array holds, in ONTAP's names, passwords included. */
export interface Held {
  readonly services: readonly Record<string, unknown>[];
  readonly credentials: readonly Record<string, unknown>[];
  readonly sessions: readonly unknown[];
}

/** A simulated array for an example, with HTTPS or without. */
export class ExampleArray extends TestArray {
  static async start(options: SimulatorOptions = {}): Promise<ExampleArray> {
    return new ExampleArray(await startSimulator(options));
  }

  /** Settings of the connection, as a stack has them for its only cluster. */
  get connection(): ProjectConfig {
    const { url, username, password } = this;
    return {
      "ontap-iscsi:host": url,
      "ontap-iscsi:username": username,
      "ontap-iscsi:password": { secret: password },
    };
  }

  held(): Promise<Held> {
    return this.control("GET", "/state");
  }

  /** Rows by initiator: the type, and what else there is but the SVM. */
  async credentials(svm = "svm1"): Promise<Record<string, unknown>> {
    const rows = (await this.held()).credentials.filter((row) => nameOf(row.svm) === svm);
    return Object.fromEntries(rows.map(({ svm: _svm, initiator, ...row }) => [initiator, row]));
  }

  stop(): Promise<void> {
    return this.close();
  }
}

/** The example of that name as a project of its own. Types of TypeScript are checked once for all, by types.test.ts. */
export function exampleProject(
  name: string,
  config: ProjectConfig,
  options: Pick<ProjectOptions, "languages" | "env"> = {},
): Promise<Project> {
  const env = { PULUMI_NODEJS_TRANSPILE_ONLY: "true", ...options.env };
  return createProject({ ...options, name, program: { directory: join(EXAMPLES, name) }, config, env });
}

/**
 * Shows that a preview announces these resources, `up` makes them, and nothing is left to do then. The provider that the
 * engine makes itself counts for none.
 */
export async function expectToApply(project: Project, resources: readonly string[]): Promise<void> {
  const preview = await project.expect(["preview", "--json"]);
  const { steps } = preview.report();
  const names = steps
    .filter(
      ({ urn }) => !urn.includes("::pulumi:pulumi:Stack::") && !/::pulumi:providers:[^:]*::default(_|$)/.test(urn),
    )
    .map(({ op, urn }) => `${op} ${urn.split("::").at(-1)}`);
  expect(names.sort()).toEqual(resources.map((name) => `create ${name}`).sort());
  await project.expect(["up", "--yes", "--skip-preview"]);
  await project.expect(["preview", "--expect-no-changes"]);
}

function nameOf(svm: unknown): unknown {
  return typeof svm === "object" && svm !== null && "name" in svm ? svm.name : undefined;
}
