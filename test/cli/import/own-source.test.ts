import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownSource } from "../../../cli/import/own-source";
import { version } from "../../../package.json";
import { CHECKOUT } from "../../checkout";

const root = realpathSync(mkdtempSync(join(tmpdir(), "ontap-iscsi-source-")));
const out = join(root, "out");
const project = join(root, "project");
const installed = join(project, "node_modules", "pulumi-ontap-iscsi");
beforeAll(() => {
  mkdirSync(out);
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(installed, "package.json"), JSON.stringify({ name: "pulumi-ontap-iscsi" }));
});
afterAll(() => rmSync(root, { recursive: true }));

/** What an import would say of a copy that is installed by this request of a project. */
function sourceOf(kind: string, spec: string, folder = installed) {
  writeFileSync(join(project, "package.json"), JSON.stringify({ [kind]: { "pulumi-ontap-iscsi": spec } }));
  const { dependency, installAll, installOwn } = ownSource(folder);
  return [dependency(out), installAll, installOwn];
}

it.each([
  ["a folder", "file:../clone", "file:../clone", "npm install --install-links", `${root}/clone`],
  ["a folder by its path", "../clone", "file:../clone", "npm install --install-links", `${root}/clone`],
  ["an archive", "file:../a.tgz", "file:../a.tgz", "npm install --install-links", `${root}/a.tgz`],
  [
    "a Git repository",
    "git+file:///srv/clone#v1",
    "git+file:///srv/clone#v1",
    "npm install",
    "'git+file:///srv/clone#v1'",
  ],
  ["a repository on GitHub", "corp/fork", "corp/fork", "npm install", "corp/fork"],
  ["a URL", "https://corp/a.tgz", "https://corp/a.tgz", "npm install", "https://corp/a.tgz"],
  ["the registry", "^0.1.0", `^${version}`, "npm install", "pulumi-ontap-iscsi"],
  ["a tag of the registry", "latest", `^${version}`, "npm install", "pulumi-ontap-iscsi"],
])("a copy that came from %s has its steps name that", (_title, spec, dependency, installAll, own) => {
  expect(sourceOf("devDependencies", spec)).toEqual([dependency, installAll, `${installAll} ${own}`]);
});

it("a copy that a package manager keeps deeper in a project is found too", () => {
  const deep = join(project, "node_modules", ".pnpm", "pulumi-ontap-iscsi@0.1.0", "node_modules", "pulumi-ontap-iscsi");
  expect(sourceOf("dependencies", "file:../clone", deep)[0]).toBe("file:../clone");
});

it("a copy that runs from a checkout has its steps name the checkout", () => {
  const { dependency, installAll, installOwn } = ownSource();
  expect(join(out, dependency(out).replace("file:", ""))).toBe(CHECKOUT);
  expect([installAll, installOwn]).toEqual(["npm install --install-links", `npm install --install-links ${CHECKOUT}`]);
});
