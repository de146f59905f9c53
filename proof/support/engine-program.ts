import { join } from "node:path";
import type { Language } from "../../test/engine/environment";
import type { Program as ProjectFiles } from "../../test/engine/layout";
import type { Front } from "../../test/provider/provider-harness";
import type { Declared, Program } from "./program";

/** The file that holds a program, and its text. */
export interface ProgramFile {
  readonly file: string;
  readonly text: string;
}

/** A program's first files, for a project of that front. */
export function sourceOf(front: Front, program: Program, folder: string): ProjectFiles {
  const { file, text } = fileOf(front, program, folder);
  return front === "plugin" ? { files: { [file]: text } } : text;
}

/** Dynamic resources need a program in JavaScript; the plugin is the quickest from YAML. */
export function languagesOf(front: Front): readonly Language[] {
  return front === "plugin" ? ["yaml"] : [];
}

/** @param folder where the plugin's folder is */
export function fileOf(front: Front, program: Program, folder: string): ProgramFile {
  return front === "plugin"
    ? { file: "Pulumi.yaml", text: JSON.stringify(yamlOf(program, join(folder, "plugin"))) }
    : { file: "index.js", text: javascriptOf(program) };
}

/** JSON is YAML too. */
function yamlOf(program: Program, path: string): object {
  const resources = program.map(({ name, type, args, on }) => [
    name,
    {
      type: `ontap-iscsi:${type}`,
      properties: on === undefined ? args : { ...args, svm: `\${${on}.svm}` },
    },
  ]);
  return {
    name: "test-project",
    runtime: "yaml",
    plugins: { providers: [{ name: "ontap-iscsi", path }] },
    resources: Object.fromEntries(resources),
  };
}

function javascriptOf(program: Program): string {
  return `const ontap = require("pulumi-ontap-iscsi");\n${program.map(declarationOf).join("")}`;
}

function declarationOf({ name, type, args, on }: Declared): string {
  const given = JSON.stringify(args);
  const all = on === undefined ? given : `{ ...${given}, svm: ${on}.svm }`;
  return `const ${name} = new ontap.${type}(${JSON.stringify(name)}, ${all});\n`;
}
