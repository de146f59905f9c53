import { basename, resolve } from "node:path";
import { PLUGINS } from "./languages/plugin";
import { yamlText } from "./languages/yaml-text";
import { ownPackage } from "./own-package";
import { ownSource } from "./own-source";

const DESCRIPTION = "iSCSI on ONTAP";

/** Files of a TypeScript project by name. */
export function typescriptFiles(folder: string, withPlugin: boolean): Readonly<Record<string, string>> {
  // Pulumi's SDK takes a stack trace for nearly every promise, which is much of what a program of many resources costs.
  const runtime = { name: "nodejs", options: { typescript: true, nodeargs: "--stack-trace-limit=1" } };
  return {
    "Pulumi.yaml": pulumiYaml(folder, runtime, withPlugin),
    "package.json": packageJson(folder, {
      main: "index.ts",
      dependencies: { "@pulumi/pulumi": ownPackage().sdk, ...ownDependency(folder) },
      devDependencies: { "@types/node": "^20", typescript: "^5" },
    }),
    "tsconfig.json": json({
      compilerOptions: {
        strict: true,
        target: "es2022",
        module: "node16",
        moduleResolution: "node16",
        skipLibCheck: true,
        noEmit: true,
      },
      files: ["index.ts"],
    }),
    ".gitignore": ignored([]),
  };
}

/** Files of a YAML project by name, besides Pulumi.yaml, which is the program: npm installs the plugin. */
export function yamlFiles(folder: string): Readonly<Record<string, string>> {
  return {
    "package.json": packageJson(folder, { dependencies: ownDependency(folder) }),
    ".gitignore": ignored([]),
  };
}

/** Files of a Python project by name: npm installs the plugin, pip the SDK that is made from its schema. */
export function pythonFiles(folder: string): Readonly<Record<string, string>> {
  return {
    "Pulumi.yaml": pulumiYaml(folder, { name: "python", options: { virtualenv: "venv" } }, true),
    "package.json": packageJson(folder, { dependencies: ownDependency(folder) }),
    "requirements.txt": "pulumi>=3.0.0,<4.0.0\n./sdks/python\n",
    ".gitignore": ignored(["venv/", "__pycache__/"]),
  };
}

/** The folder's name, in the characters that a project's name may have. */
export function projectName(folder: string): string {
  const name = basename(resolve(folder)).replace(/[^A-Za-z0-9_.-]+/g, "-");
  return /^[A-Za-z0-9]/.test(name) ? name : `iscsi${name}`;
}

function pulumiYaml(folder: string, runtime: object, withPlugin: boolean): string {
  const name = projectName(folder);
  const rest = { runtime, description: DESCRIPTION, ...(withPlugin ? PLUGINS : {}) };
  return `name: ${name}${yamlText(rest, -2)}\n`;
}

function packageJson(folder: string, rest: object): string {
  return json({ name: projectName(folder).toLowerCase(), private: true, ...rest });
}

function ownDependency(folder: string): Readonly<Record<string, string>> {
  return { "pulumi-ontap-iscsi": ownSource().dependency(folder) };
}

function ignored(more: readonly string[]): string {
  const lines = [
    "node_modules/",
    ...more,
    "# Passwords in plaintext, for the import alone.",
    "import.json",
    "secrets/",
  ];
  return [...lines, ".ontap-iscsi-import.json", ""].join("\n");
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
