import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { asObject, textAt } from "../../provider/schema";

/** What this package says of itself. */
export interface OwnPackage {
  readonly version: string;
  /** Releases of Pulumi's SDK that it works with. */
  readonly sdk: string;
  /** Releases of Node.js that it works with. */
  readonly node: string;
  /** Where it is, without links. */
  readonly folder: string;
}

/** The running copy of this package. */
export function ownPackage(folder = __dirname): OwnPackage {
  const file = join(folder, "package.json");
  if (!existsSync(file)) {
    return ownPackage(dirname(folder));
  }
  const own = asObject(JSON.parse(readFileSync(file, "utf8")));
  return {
    version: textAt(own, "version") ?? "*",
    sdk: textAt(own, "peerDependencies", "@pulumi/pulumi") ?? "*",
    node: textAt(own, "engines", "node") ?? "*",
    folder,
  };
}
