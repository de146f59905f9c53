import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { pluginFolder } from "../engine/plugin";
import type { Project } from "../engine/project";

/** The beginning of a program that runs its resources on the stack's own array through the plugin. */
export const EAST = `
  const { Provider } = require("pulumi-ontap-iscsi");
  const config = new pulumi.Config("ontap-iscsi");
  const login = { username: config.require("username"), password: config.requireSecret("password") };
  const east = new Provider("east", { host: config.require("host"), ...login });`;

/** Names the plugin in a project's Pulumi.yaml. */
export function namePlugin(project: Project): void {
  // JSON is YAML too.
  const plugins = { providers: [{ name: "ontap-iscsi", path: pluginFolder(project.root) }] };
  appendFileSync(join(project.folder, "Pulumi.yaml"), `plugins: ${JSON.stringify(plugins)}\n`);
}
