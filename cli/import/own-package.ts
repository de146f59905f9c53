import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { asObject, textAt } from "../../provider/schema";

/** What this package says of itself: its version, and which SDK it works with. */
export function ownPackage(folder = __dirname): { readonly version: string; readonly sdk: string } {
  const file = join(folder, "package.json");
  if (!existsSync(file)) {
    return ownPackage(dirname(folder));
  }
  const own = asObject(JSON.parse(readFileSync(file, "utf8")));
  return { version: textAt(own, "version") ?? "*", sdk: textAt(own, "peerDependencies", "@pulumi/pulumi") ?? "*" };
}
