import { readFileSync } from "node:fs";
import { join } from "node:path";
import { documentText, ROOT } from "./documents";

it("the page of security gives the reason of every dependency that runs at users', and of no other", () => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const rows = [...documentText("docs/security.md").matchAll(/^\| `([^`/]+|@[^`]+)`(?: \(peer\))? \|/gm)];
  const named = rows.map(([, name = ""]) => name);
  expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...peerDependencies }).sort());
});
