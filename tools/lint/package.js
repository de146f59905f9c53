// @ts-check

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { runScript, run } = require("../bootstrap/run");

/** Packs the package as it would be published and checks its entry points, files and types as users resolve them. */
async function checkPackage() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ontap-iscsi-package-"));
  try {
    await run("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], { quiet: true });
    const [name] = fs.readdirSync(folder);
    if (name === undefined) throw new Error("npm pack made no package");
    const tarball = path.join(folder, name);
    await runScript("publint/src/cli.js", [tarball, "--strict"]);
    await runScript("@arethetypeswrong/cli/dist/index.js", [tarball, "--profile", "node16", "--quiet"]);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { checkPackage };
