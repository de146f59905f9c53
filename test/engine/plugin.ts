import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "../checkout";

/** The name by which the engine finds the plugin. */
const EXECUTABLE = "pulumi-resource-ontap-iscsi";

/**
 * Makes a folder with the plugin's executable, a link as npm makes it in `node_modules/.bin`.
 *
 * @returns the folder, for `plugins.providers.path` in Pulumi.yaml, or for PATH
 */
export function pluginFolder(root: string): string {
  const folder = join(root, "plugin");
  mkdirSync(folder);
  symlinkSync(join(CHECKOUT, "bin", `${EXECUTABLE}.js`), join(folder, EXECUTABLE));
  return folder;
}
