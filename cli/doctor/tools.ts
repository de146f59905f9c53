import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { asObject, textAt } from "../../provider/schema";
import { projectFolder } from "../stack/configuration";
import { pulumi, StackError } from "../stack/pulumi";

/** What is installed here. */
export interface Tools {
  /** Version of Node.js. */
  readonly node: string;
  readonly pulumi: { readonly version: string } | { readonly problem: string };
  /** The Node.js project around the folder; undefined where there is none, or one in another language. */
  readonly project:
    | {
        readonly folder: string;
        readonly sdk: InstalledPackage | undefined;
        readonly own: InstalledPackage | undefined;
      }
    | undefined;
}

/** A package in a project's `node_modules`. */
export interface InstalledPackage {
  readonly version: string;
  /** Releases of Node.js that it works with. */
  readonly node: string;
}

/** Looks at what is installed, from a folder. */
export async function installedTools(cwd: string): Promise<Tools> {
  const folder = projectFolder(cwd);
  const isNode = folder !== undefined && existsSync(join(folder, "package.json"));
  return {
    node: process.versions.node,
    pulumi: await pulumiVersion(cwd),
    project: isNode
      ? { folder, sdk: installed(folder, "@pulumi/pulumi"), own: installed(folder, "pulumi-ontap-iscsi") }
      : undefined,
  };
}

async function pulumiVersion(cwd: string): Promise<Tools["pulumi"]> {
  try {
    return { version: (await pulumi({ cwd }, ["version"])).trim().replace(/^v/, "") };
  } catch (error) {
    if (error instanceof StackError) {
      return { problem: error.message };
    }
    throw error;
  }
}

/** A package as Node.js finds it from a folder: in its `node_modules`, or in one above. */
function installed(folder: string, name: string): InstalledPackage | undefined {
  const file = join(folder, "node_modules", name, "package.json");
  if (existsSync(file)) {
    const found = asObject(JSON.parse(readFileSync(file, "utf8")));
    return { version: textAt(found, "version") ?? "0.0.0", node: textAt(found, "engines", "node") ?? "*" };
  }
  const above = dirname(folder);
  return above === folder ? undefined : installed(above, name);
}
