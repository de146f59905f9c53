import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "../checkout";

/** The name by which the engine finds the plugin. */
const EXECUTABLE = "pulumi-resource-ontap-iscsi";

/**
 * Makes a folder with the plugin's executable, which runs what `npm run build` bundled.
 *
 * @returns the folder, for `plugins.providers.path` in Pulumi.yaml, or for PATH
 */
export function pluginFolder(root: string): string {
  const folder = join(root, "plugin");
  mkdirSync(folder);
  const command = [process.execPath, join(CHECKOUT, "plugin", "main.js")].map((part) => `'${part}'`).join(" ");
  writeFileSync(join(folder, EXECUTABLE), `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
  return folder;
}
