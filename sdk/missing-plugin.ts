import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, isAbsolute, join } from "node:path";
import { PACKAGE } from "../provider/spec/tokens";

const EXECUTABLE = `pulumi-resource-${PACKAGE}`;

/** Endings of an executable, by which the engine looks for it, too. */
const ENDINGS = process.platform === "win32" ? [".exe", ".cmd"] : [""];

/** Variables by which the engine may have a plugin from anywhere. */
const ELSEWHERE = ["PULUMI_DEBUG_PROVIDERS", "PULUMI_PLUGIN_DOWNLOAD_URL_OVERRIDES"];

/** Where the engine looks for plugins. */
export interface PluginPlaces {
  /** Folders of which the first that has a Pulumi.yaml is the project's. */
  readonly projectFolders: readonly string[];
  /** The version that an installed plugin must have. */
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Why the engine is not going to find the plugin of a provider object of that name, and what to add where. Undefined where it is, and where that cannot
 * be told from here. The engine's own error names the plugin, but nothing that would help.
 */
export function missingPlugin(provider: string, { projectFolders, version, env }: PluginPlaces): string | undefined {
  const project = projectFile(projectFolders);
  if (project === undefined || namesPlugin(project.text) || ELSEWHERE.some((name) => env[name])) {
    return undefined;
  }
  const folders = env.PULUMI_IGNORE_AMBIENT_PLUGINS ? [] : (env.PATH ?? "").split(delimiter).filter(Boolean);
  const installed = join(env.PULUMI_HOME || join(homedir(), ".pulumi"), "plugins", `resource-${PACKAGE}-v${version}`);
  if ([...folders, installed].some((folder) => ENDINGS.some((end) => existsSync(join(folder, EXECUTABLE + end))))) {
    return undefined;
  }
  return `Provider "${provider}": its plugin, ${EXECUTABLE}, is neither named in ${project.name}, nor on PATH, nor installed with version ${version}. Add to ${project.name}:

plugins:
  providers:
    - name: ${PACKAGE}
      path: node_modules/.bin
`;
}

/**
 * Where a project file may be, by what the SDK calls the project's folder: nowhere for an inline program of the automation
 * API, of which that is empty; where the language host does not tell it, in the program's folder or one above.
 */
export function projectFolders(told: string, cwd: string): readonly string[] {
  if (told === "" || isAbsolute(told)) {
    return told === "" ? [] : [told];
  }
  const above = dirname(cwd);
  return above === cwd ? [cwd] : [cwd, ...projectFolders(told, above)];
}

function projectFile(folders: readonly string[]): { name: string; text: string } | undefined {
  for (const folder of folders) {
    for (const name of ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"]) {
      const file = join(folder, name);
      if (existsSync(file)) {
        return { name, text: readFileSync(file, "utf8") };
      }
    }
  }
  return undefined;
}

/** Whether a project names a plugin of that name below `plugins` or `packages`, in YAML or in JSON. */
function namesPlugin(project: string): boolean {
  return new RegExp(`^[\\s{"']*(plugins|packages)\\b[\\s\\S]*\\b${PACKAGE}\\b`, "m").test(project);
}
