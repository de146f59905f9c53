import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A package below `node_modules`, wherever npm has put it: `node_modules/a/node_modules/@scope/b`. */
const LOCATION = /^(?:node_modules\/(?:@[^/]+\/)?[^/]+\/)*node_modules\/(?:@[^/]+\/)?[^/]+/;
/** Where a file begins in a bundle. */
const BUNDLED_FILE = /^\/\/ (node_modules\/\S+)$/gm;

/**
 * Where the packages are that run at users': what the package depends on, by the lock file, and what the plugin contains.
 * Needs a build.
 */
export function runTimePackages(root: string): ReadonlySet<string> {
  const lock: { packages: Readonly<Record<string, { dev?: boolean; devOptional?: boolean }>> } = JSON.parse(
    readFileSync(join(root, "package-lock.json"), "utf8"),
  );
  const installed = Object.entries(lock.packages).flatMap(([location, { dev, devOptional }]) =>
    location === "" || dev || devOptional ? [] : [location],
  );
  const plugin = readFileSync(join(root, "plugin/main.js"), "utf8");
  const bundled = [...plugin.matchAll(BUNDLED_FILE)].flatMap(([, file = ""]) => LOCATION.exec(file)?.[0] ?? []);
  return new Set([...installed, ...bundled]);
}
