// @ts-check

const path = require("node:path");
const { progress } = require("../progress");
const { findExecutable } = require("./probe");
const { execute } = require("./process");
const { BUILD_ENVIRONMENT, buildArguments } = require("./recipe");

/**
 * A program that is built from a Go module of this folder, which pins what it needs.
 *
 * @typedef {object} GoProgram
 * @property {string} name of the executable
 * @property {string} module the folder
 * @property {string} main the package to build
 * @property {string} version
 * @property {string} [stamp] the variable that holds the version; the one of Pulumi's SDK by default
 */

/** How often a build that takes long says that it goes on. */
const REMINDER_MS = 30_000;

/** @param {NodeJS.ProcessEnv} env */
function requireGo(env) {
  const go = findExecutable("go", env.PATH);
  if (!go) {
    throw new Error("a build needs Go, and there is no `go` on PATH");
  }
  return go;
}

/**
 * @param {GoProgram} program
 * @param {string} folder where the executable goes
 * @param {NodeJS.ProcessEnv} env
 */
async function buildProgram({ name, module, main, version, stamp }, folder, env) {
  const go = requireGo(env);
  progress(`Building ${name} ${version} from Go modules (the first time takes minutes)`);
  const startedAt = Date.now();
  const reminder = setInterval(() => {
    progress(`Still building ${name}, for ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }, REMINDER_MS);
  const { code, stderr } = await execute(go, [...buildArguments(version, stamp), "-o", path.join(folder, name), main], {
    cwd: path.join(__dirname, module),
    env: { ...env, ...BUILD_ENVIRONMENT },
  });
  clearInterval(reminder);
  if (code !== 0) {
    throw new Error(`go build of ${name} failed:\n${lastLines(stderr, 10)}`);
  }
}

/**
 * Where Go keeps the source of a module that one of this folder's modules needs.
 *
 * @param {string} module the folder
 * @param {string} needed the path of the module
 * @param {NodeJS.ProcessEnv} env
 */
async function sourceFolder(module, needed, env) {
  const { code, stdout, stderr } = await execute(
    requireGo(env),
    ["list", "-mod=readonly", "-m", "-f", "{{.Dir}}", needed],
    { cwd: path.join(__dirname, module), env },
  );
  if (code !== 0) {
    throw new Error(`go list of ${needed} failed:\n${lastLines(stderr, 10)}`);
  }
  return stdout.trim();
}

/**
 * @param {string} text
 * @param {number} count
 */
function lastLines(text, count) {
  return text.trim().split("\n").slice(-count).join("\n");
}

module.exports = { buildProgram, requireGo, sourceFolder };
