// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { execute } = require("./process");

/** The language host that runs Node.js programs; the engine finds it next to itself or on PATH. */
const NODE_HOST = "pulumi-language-nodejs";

/**
 * The first executable of that name in a PATH-like list of folders.
 *
 * @param {string} name
 * @param {string | undefined} searchPath
 * @returns {string | undefined}
 */
function findExecutable(name, searchPath) {
  return (searchPath ?? "")
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, process.platform === "win32" ? `${name}.exe` : name))
    .find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Asks an engine for its version, by running it: a file that does not run is not an engine.
 *
 * @param {string} pulumi the executable
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ version: string } | { problem: string }>}
 */
async function probeEngine(pulumi, env) {
  const asked = { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const { code, stdout, stderr } = await execute(pulumi, ["version"], { env: asked, timeoutMs: 30_000 });
  const version = /^v(\d+\.\d+\.\d+\S*)$/m.exec(stdout)?.[1];
  if (code === 0 && version) {
    return { version };
  }
  const printed = `${stdout}${stderr}`.trim().split("\n")[0];
  return { problem: `"${pulumi} version" gave no version${printed ? `: ${printed}` : ""}` };
}

/**
 * A host that runs prints its usage, whatever its exit code.
 *
 * @param {string} host the executable
 * @param {NodeJS.ProcessEnv} env
 */
async function hostRuns(host, env) {
  const { code } = await execute(host, ["-help"], { env, timeoutMs: 30_000 });
  return code !== null && code < 126;
}

module.exports = { NODE_HOST, findExecutable, hostRuns, probeEngine };
