import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { startSimulator } from "../../simulator";
import { TestArray } from "../array";
import { CHECKOUT } from "../checkout";
import { createProject, type Project } from "../engine/project";
import { expectExit } from "../expect-exit";
import { SVM1 } from "../names";

const program = `
const pulumi = require("@pulumi/pulumi");
const service = new pulumi.CustomResource("ontap-iscsi:index:IscsiService", "service", { svm: { name: "svm1" } });
new pulumi.CustomResource("ontap-iscsi:index:IscsiService", "other", { svm: { name: "svm2" } }, { dependsOn: [service] });
`;

describe("A run that is interrupted while the array is slow", () => {
  let array: TestArray;
  let project: Project;
  let path: string;
  beforeAll(async () => {
    array = new TestArray(await startSimulator());
    const { url, username, password } = array;
    project = await createProject({
      program,
      config: {
        "ontap-iscsi:host": url,
        "ontap-iscsi:username": username,
        "ontap-iscsi:password": { secret: password },
      },
    });
    path = `${pluginIn(project.root)}:${project.env.PATH}`;
  });
  afterAll(async () => {
    project?.dispose();
    await array?.close();
  });

  test("has in its state what was created, and goes on from there", async () => {
    await array.control("POST", "/faults", {
      match: { method: "POST", path: "/api/" },
      kind: "latency",
      ms: 3_000,
      times: 1,
    });
    expect((await interrupted()).text).toContain("cancel");
    const { services } = await array.control<{ services: readonly object[] }>("GET", "/state");
    expect(services).toHaveLength(1);
    const recorded = (await project.exportState()).deployment.resources ?? [];
    expect(recorded.filter(({ type }) => type.endsWith(":IscsiService")).map(({ id }) => id)).toEqual([SVM1]);

    expectExit(await project.refresh(["--expect-no-changes"], { PATH: path }), 0);
    await array.requests();
    expectExit(await project.up([], { PATH: path }), 0);
    expect(await array.calls()).toEqual(["POST services"]);
    expectExit(await project.destroy([], { PATH: path }), 0);
  });

  /** An `up` that gets what Ctrl-C sends, once its first write is under way. */
  async function interrupted(): Promise<{ readonly text: string }> {
    const args = ["--non-interactive", "up", "--yes", "--skip-preview"];
    const up = spawn("pulumi", args, {
      cwd: project.folder,
      env: { ...project.env, PATH: path },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    for (const stream of [up.stdout, up.stderr]) {
      stream.setEncoding("utf8").on("data", (more: string) => {
        text += more;
      });
    }
    const closed = once(up, "close");
    for (let sent = false; !sent && up.exitCode === null; await setTimeout(50)) {
      const requests = await array.control<readonly { method: string }[]>("GET", "/requests");
      sent = requests.some(({ method }) => method === "POST");
    }
    up.kill("SIGINT");
    await closed;
    return { text };
  }
});

/** A folder in which the engine finds the plugin. */
function pluginIn(root: string): string {
  const folder = join(root, "bin");
  mkdirSync(folder);
  const file = join(folder, "pulumi-resource-ontap-iscsi");
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${join(CHECKOUT, "plugin", "main.js")}" "$@"\n`);
  chmodSync(file, 0o755);
  return folder;
}
