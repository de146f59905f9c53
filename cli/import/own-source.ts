import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { asObject, textAt } from "../../provider/schema";
import { ownPackage } from "./own-package";
import { shellWord } from "./shell";

const NAME = "pulumi-ontap-iscsi";

/** Where the running copy of this package came from, for a program that is to use the same. */
export interface OwnSource {
  /** What the package.json in a folder, which must exist, says of it. */
  dependency(folder: string): string;
  /** The command that installs what a package.json says. */
  readonly installAll: string;
  /** The command that adds it to a package.json. */
  readonly installOwn: string;
}

/**
 * The source of the copy below a folder: the checkout that it is, or what the project says in which it is installed (a
 * folder, an archive, a Git repository, a URL); else the registry.
 */
export function ownSource(folder: string = ownPackage().folder): OwnSource {
  if (isCheckout(folder)) {
    return fromPath(folder);
  }
  const { place, spec } = specAbove(folder);
  const path = /^(?:file|link|portal):(.+)$/.exec(spec)?.[1] ?? (/^[./]/.test(spec) ? spec : undefined);
  if (path !== undefined) {
    return fromPath(resolve(place, path));
  }
  return /^[a-z+]+:|^[\w.-]+\/[\w.-]+/i.test(spec) && !spec.startsWith("npm:") ? fromSpec(spec) : fromRegistry();
}

/** A packed copy has no tools. */
function isCheckout(folder: string): boolean {
  return existsSync(join(folder, "tools", "run.js"));
}

/** What the nearest project above the copy asks for under this package's name; empty where none does. */
function specAbove(folder: string): { readonly place: string; readonly spec: string } {
  for (let place = dirname(folder); place !== dirname(place); place = dirname(place)) {
    const file = join(place, "package.json");
    const content = existsSync(file) ? asObject(JSON.parse(readFileSync(file, "utf8"))) : undefined;
    for (const kind of ["dependencies", "devDependencies", "optionalDependencies"]) {
      const spec = textAt(content, kind, NAME);
      if (spec !== undefined) {
        return { place, spec };
      }
    }
  }
  return { place: folder, spec: "" };
}

/** Without `--install-links` npm would link the folder, and the program would run with the SDK that is installed there. */
function fromPath(path: string): OwnSource {
  return {
    dependency: (folder) => `file:${relative(realpathSync(folder), path).split(sep).join("/")}`,
    installAll: "npm install --install-links",
    installOwn: `npm install --install-links ${shellWord(path)}`,
  };
}

function fromSpec(spec: string): OwnSource {
  return { dependency: () => spec, installAll: "npm install", installOwn: `npm install ${shellWord(spec)}` };
}

function fromRegistry(): OwnSource {
  const { version } = ownPackage();
  return { dependency: () => `^${version}`, installAll: "npm install", installOwn: `npm install ${NAME}` };
}
