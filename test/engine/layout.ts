import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CHECKOUT } from "../checkout";

/** Modules that a project shares with the checkout: it must load the same SDK as our package does. */
const SHARED_MODULES = ["@pulumi/pulumi", "typescript", "@types/node"];

/**
 * JavaScript source of `index.js`; a folder whose content is copied, and which runs as TypeScript if it has `index.ts`;
 * or the files of a project in another language, `Pulumi.yaml` among them.
 */
export type Program = string | { readonly directory: string } | { readonly files: Readonly<Record<string, string>> };

/** Writes a project that is complete without installing anything. */
export function layOut(folder: string, name: string, program: Program): void {
  mkdirSync(folder);
  if (typeof program !== "string" && "files" in program) {
    for (const [file, text] of Object.entries(program.files)) {
      writeFileSync(join(folder, file), text);
    }
    return;
  }
  if (typeof program === "string") {
    writeFileSync(join(folder, "index.js"), program);
  } else {
    cpSync(program.directory, folder, { recursive: true, filter: (source) => !isLeftOver(source) });
  }
  layOutModules(folder);
  const typescript = existsSync(join(folder, "index.ts"));
  // An example brings these files; what a copied folder says stands.
  writeMissing(
    join(folder, "Pulumi.yaml"),
    `name: ${name}\nruntime:\n  name: nodejs\n  options:\n    typescript: ${typescript}\n`,
  );
  writeMissing(join(folder, "package.json"), `{ "name": "${name}", "main": "index.${typescript ? "ts" : "js"}" }\n`);
}

/** The modules and executables that an installation puts there. */
function layOutModules(folder: string): void {
  const modules = join(folder, "node_modules");
  for (const module of SHARED_MODULES) {
    link(join(CHECKOUT, "node_modules", module), join(modules, module));
  }
  link(CHECKOUT, join(modules, "pulumi-ontap-iscsi"));
  link(join(CHECKOUT, "bin", "pulumi-resource-ontap-iscsi.js"), join(modules, ".bin", "pulumi-resource-ontap-iscsi"));
}

/** What is there only because somebody ran the program where it lies: its modules, and the settings of a stack. */
function isLeftOver(path: string): boolean {
  return basename(path) === "node_modules" || /^Pulumi\..+\.yaml$/.test(basename(path));
}

function writeMissing(file: string, text: string): void {
  if (!existsSync(file)) {
    writeFileSync(file, text);
  }
}

function link(target: string, place: string): void {
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(target, place);
}
