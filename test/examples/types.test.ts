import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EXAMPLES } from "../checkout";
import { layOut } from "../engine/layout";
import { run } from "../engine/run";

const all = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const names = all.filter((name) => existsSync(join(EXAMPLES, name, "index.ts")));
const read = (name: string, file: string) => readFileSync(join(EXAMPLES, name, file), "utf8");

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ontap-iscsi-types-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Lays every example out as a project and checks them in one run, with the options that they all bring. */
function check(): ReturnType<typeof run> {
  for (const name of names) {
    layOut(join(root, name), name, { directory: join(EXAMPLES, name) });
  }
  const files = names.map((name) => `${name}/index.ts`);
  writeFileSync(join(root, "tsconfig.json"), JSON.stringify({ extends: `./${names[0]}/tsconfig.json`, files }));
  return run(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", root], { cwd: root, env: process.env });
}

test("every example type-checks against the built package", async () => {
  expect(await check()).toEqual({ code: 0, stdout: "", stderr: "" });
});

test.each(names)("%s is a project of the same make as the others", (name) => {
  const [first = ""] = names;
  expect(read(name, "tsconfig.json")).toBe(read(first, "tsconfig.json"));
  expect(read(name, "package.json")).toBe(read(first, "package.json").replace(first, name));
  // An example of many resources says more of its runtime.
  expect(read(name, "Pulumi.yaml")).toMatch(new RegExp(`^name: ${name}\\n.*\\nruntime:( |\\n {2}name: )nodejs\\n`));
});

test.each(all)("%s names every key of its configuration in its README", (name) => {
  const readme = read(name, "README.md");
  expect(readme).toMatch(/^# \S/);
  const keys = [
    ...(/^config:\n((?: .*\n|\n)*)/m.exec(read(name, "Pulumi.yaml"))?.[1] ?? "").matchAll(/^ {2}(\w+):$/gm),
  ].map(([, key]) => `\`${key}\``);
  expect(keys.filter((key) => !readme.includes(key))).toEqual([]);
});
