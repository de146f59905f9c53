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
}

/** What this package says of itself: its version, and what it works with. */
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
  };
}
