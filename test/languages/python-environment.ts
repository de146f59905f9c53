import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheRoot, fillCache, isCached } from "../../tools/engine/cache";
import { run } from "../engine/run";
import { generatedSdk } from "./generated-sdk";
import { requirePython, runTool } from "./toolchain";

const REQUIREMENTS = join(__dirname, "requirements.txt");

/** A Python that runs programs with the generated SDK. */
export interface PythonEnvironment {
  readonly python: string;
  /**
   * By which the language host finds that Python, and Python the generated SDK. Not by `virtualenv` in Pulumi.yaml,
   * which the host that can be built does not get from today's engine.
   */
  readonly env: { readonly PULUMI_PYTHON_CMD: string; readonly PYTHONPATH: string };
}

/**
 * The virtual environment with Pulumi's SDK, which is made once and kept, and this package's SDK installed beside it:
 * below `root`, since another checkout's is generated from another schema.
 *
 * @param root a folder of the test's own
 */
export async function pythonEnvironment(root: string): Promise<PythonEnvironment> {
  const python = join(await virtualEnvironment(), "bin", "python");
  const packages = join(root, "packages");
  const sdk = await generatedSdk("python", root);
  await pip(python, ["install", "--no-deps", "--no-build-isolation", "--target", packages, sdk]);
  return { python, env: { PULUMI_PYTHON_CMD: python, PYTHONPATH: packages } };
}

async function virtualEnvironment(): Promise<string> {
  const version = await requirePython();
  const hash = createHash("sha256").update(readFileSync(REQUIREMENTS)).digest("hex").slice(0, 12);
  const entry = {
    what: "the virtual environment of Python",
    folder: join(cacheRoot(process.env), `python-${version}-${hash}`),
    problem: async (folder: string) => {
      const works = await run(join(folder, "bin", "python"), ["-c", "import pulumi, parver, pip"], {
        cwd: folder,
        env: process.env,
      }).catch(() => undefined);
      return works?.code === 0 ? undefined : "Pulumi cannot be imported in it";
    },
  };
  if (!(await isCached(entry))) {
    await fillCache(entry, async (folder) => {
      // Its scripts name the folder that it is moved from afterwards; `python -m` works wherever it lies.
      await runTool("python3", ["-m", "venv", folder]);
      await pip(join(folder, "bin", "python"), ["install", "--requirement", REQUIREMENTS]);
    });
  }
  return entry.folder;
}

async function pip(python: string, args: readonly string[]): Promise<void> {
  await runTool(python, ["-m", "pip", "--quiet", "--disable-pip-version-check", ...args]);
}
