import { rmSync } from "node:fs";
import { PluginHarness } from "../e2e/plugin-harness";
import { temporaryFolder } from "./generated-sdk";
import { pythonEnvironment } from "./python-environment";

/** A Python program with the generated SDK on the real engine, and the array that it is configured for. */
export interface PythonProject {
  readonly harness: PluginHarness;
  stop(): Promise<void>;
}

/** @param source of `__main__.py` */
export async function startPython(source: string): Promise<PythonProject> {
  const root = temporaryFolder();
  const { env } = await pythonEnvironment(root);
  const harness = await PluginHarness.start({ language: "python", file: "__main__.py", source }, { env });
  return {
    harness,
    stop: async () => {
      await harness.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
