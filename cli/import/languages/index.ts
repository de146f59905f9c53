import { ownSource } from "../own-source";
import type { ImportPlan } from "../plan";
import { projectName, pythonFiles, typescriptFiles, yamlFiles } from "../project-files";
import { pythonProgram } from "./python";
import { typescriptProgram } from "./typescript";
import { yamlProgram } from "./yaml";

/** A form in which an import writes its program. */
export interface Target {
  /** File of the program. */
  readonly program: string;
  /** How the resources reach the array. */
  readonly side: "dynamic" | "plugin";
  /** True where the program declares a provider object, which the first `up` creates. */
  readonly declaresProvider: boolean;
  /** What Pulumi.yaml must say where it was there before; undefined where the import's own project says no more. */
  readonly needs: string | undefined;
  /** The program. `folder` is the one that it is for. */
  write(plan: ImportPlan, folder: string, connection: object): string;
  /** All other files of a project by name, for a folder that lacks them. */
  projectFiles(folder: string): Readonly<Record<string, string>>;
  /** The commands that install what the program runs with, where the import wrote the files of these names. */
  installSteps(written: readonly string[]): readonly string[];
}

const PLUGIN_NEEDED = "under plugins: providers: - {name: ontap-iscsi, path: node_modules/.bin}";

const typescript: Target = {
  program: "index.ts",
  side: "dynamic",
  declaresProvider: false,
  needs: undefined,
  write: (plan) => typescriptProgram(plan),
  projectFiles: (folder) => typescriptFiles(folder, false),
  installSteps,
};

/** TypeScript through a provider object. */
const typescriptWithProvider: Target = {
  ...typescript,
  side: "plugin",
  declaresProvider: true,
  needs: PLUGIN_NEEDED,
  write: (plan, _folder, connection) => typescriptProgram(plan, connection),
  projectFiles: (folder) => typescriptFiles(folder, true),
};

const yaml: Target = {
  program: "Pulumi.yaml",
  side: "plugin",
  declaresProvider: false,
  needs: undefined,
  write: (plan, folder) => yamlProgram(plan, projectName(folder)),
  projectFiles: yamlFiles,
  installSteps,
};

const python: Target = {
  program: "__main__.py",
  side: "plugin",
  declaresProvider: false,
  needs: `runtime: python and, ${PLUGIN_NEEDED}`,
  write: pythonProgram,
  projectFiles: pythonFiles,
  installSteps: (written) => [
    ...installSteps(written),
    "pulumi package gen-sdk ./node_modules/pulumi-ontap-iscsi/plugin/schema.json --language python --out sdks",
    "python3 -m venv venv",
    "venv/bin/pip install -r requirements.txt",
  ],
};

const languages = { typescript, yaml, python } as const satisfies Record<string, Target>;

/** Name of a language. */
export type Language = keyof typeof languages;

/** Every language, the default first. */
export const languageNames: readonly Language[] = ["typescript", "yaml", "python"];

/** The form of a language; `withProvider` is for TypeScript. */
export function targetOf(language: Language, withProvider: boolean): Target {
  return withProvider ? typescriptWithProvider : languages[language];
}

function installSteps(written: readonly string[]): readonly string[] {
  const source = ownSource();
  return [written.includes("package.json") ? source.installAll : source.installOwn];
}
