import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLI_VERSION } from "../../tools/engine/versions";
import { generatedSdk } from "./generated-sdk";
import { requireGo, runTool } from "./toolchain";

/** Where a workspace's own modules lie; the cache of modules and builds is Go's. */
export class GoWorkspace {
  private constructor(
    readonly root: string,
    readonly program: string,
  ) {}

  /**
   * A program beside the generated SDK, which its module requires in the place of a published one.
   *
   * @param root a folder of the test's own
   * @param program a folder of Go files; they import the SDK by the path that the generator gave it
   */
  static async create(root: string, program: string): Promise<GoWorkspace> {
    await requireGo();
    const sdk = join(await generatedSdk("go", root), "ontapiscsi");
    const path = modulePath(sdk);
    if (!existsSync(join(sdk, "go.mod"))) {
      writeFileSync(join(sdk, "go.mod"), moduleFile(path, []));
    }
    const workspace = new GoWorkspace(root, join(root, "program"));
    cpSync(program, workspace.program, { recursive: true });
    writeFileSync(
      join(workspace.program, "go.mod"),
      moduleFile("program", [`require ${path} v0.1.0`, `replace ${path} => ${sdk}`]),
    );
    return workspace;
  }

  /** Runs `go` in the program's folder; throws with what it printed unless it ends with 0. */
  go(args: readonly string[]): Promise<string> {
    const flags = `${process.env.GOFLAGS ?? ""} -mod=mod`.trim();
    return runTool("go", args, { cwd: this.program, env: { GOFLAGS: flags } });
  }
}

function moduleFile(path: string, lines: readonly string[]): string {
  return [`module ${path}`, "go 1.25", `require github.com/pulumi/pulumi/sdk/v3 v${CLI_VERSION}`, ...lines, ""].join(
    "\n",
  );
}

/** The path by which the SDK's files import each other. */
function modulePath(sdk: string): string {
  const [, path] = /"(\S+)\/internal"/.exec(readFileSync(join(sdk, "provider.go"), "utf8")) ?? [];
  if (path === undefined) {
    throw new Error(`provider.go of the generated SDK in ${sdk} imports nothing of its own`);
  }
  return path;
}
