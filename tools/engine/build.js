// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { buildProgram } = require("./go");
const { BINARIES } = require("./recipe");

/**
 * Builds the engine from Go modules whose checksums are pinned in this folder.
 *
 * @param {string} folder where the binaries go
 * @param {NodeJS.ProcessEnv} env
 */
async function buildEngine(folder, env) {
  for (const binary of BINARIES) {
    await buildProgram(binary, folder, env);
  }
  copyDynamicPlugin(folder);
}

/**
 * The engine looks for the plugin that runs dynamic providers next to itself; the Node.js SDK carries a copy.
 *
 * @param {string} folder
 */
function copyDynamicPlugin(folder) {
  const sdk = path.dirname(require.resolve("@pulumi/pulumi/package.json"));
  const name = "pulumi-resource-pulumi-nodejs";
  fs.copyFileSync(path.join(sdk, name), path.join(folder, name));
  fs.chmodSync(path.join(folder, name), 0o755);
}

module.exports = { buildEngine };
