// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { progress } = require("../progress");
const { findExecutable } = require("./probe");
const { execute } = require("./process");
const { BINARIES, BUILD_ENVIRONMENT, buildArguments } = require("./recipe");

/** How often a build that takes long says that it goes on. */
const REMINDER_MS = 30_000;

/**
 * Builds the engine from Go modules whose checksums are pinned in this folder.
 *
 * @param {string} folder where the binaries go
 * @param {NodeJS.ProcessEnv} env
 */
async function buildEngine(folder, env) {
  const go = findExecutable("go", env.PATH);
  if (!go) {
    throw new Error("a build needs Go, and there is no `go` on PATH");
  }
  for (const binary of BINARIES) {
    await buildOne(go, binary, folder, env);
  }
  copyDynamicPlugin(folder);
}

/**
 * @param {string} go
 * @param {(typeof BINARIES)[number]} binary
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
async function buildOne(go, { name, module, main, version }, folder, env) {
  progress(`Building ${name} ${version} from Go modules (the first time takes minutes)`);
  const startedAt = Date.now();
  const reminder = setInterval(() => {
    progress(`Still building ${name}, for ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }, REMINDER_MS);
  const { code, stderr } = await execute(go, [...buildArguments(version), "-o", path.join(folder, name), main], {
    cwd: path.join(__dirname, module),
    env: { ...env, ...BUILD_ENVIRONMENT },
  });
  clearInterval(reminder);
  if (code !== 0) {
    throw new Error(`go build of ${name} failed:\n${lastLines(stderr, 10)}`);
  }
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

/**
 * @param {string} text
 * @param {number} count
 */
function lastLines(text, count) {
  return text.trim().split("\n").slice(-count).join("\n");
}

module.exports = { buildEngine };
