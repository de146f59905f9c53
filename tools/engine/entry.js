// @ts-check

const path = require("node:path");
const { cacheRoot } = require("./cache");
const { hashOfModules } = require("./modules");
const { hostRuns, NODE_HOST, probeEngine } = require("./probe");
const { RECIPE } = require("./recipe");
const { CLI_VERSION } = require("./versions");

/** The ways that end in the cache. @typedef {"download" | "build"} Way */

/**
 * The folder where the engine of one way lies, or will lie.
 *
 * @param {Way} way
 * @param {NodeJS.ProcessEnv} env
 */
function entryFolder(way, env) {
  const key = [CLI_VERSION, way, process.platform, process.arch];
  if (way === "build") {
    key.push(hashOfModules(RECIPE, ["cli", "node-host"]));
  }
  return path.join(cacheRoot(env), key.join("-"));
}

/**
 * @param {Way} way
 * @param {NodeJS.ProcessEnv} env
 * @returns {import("./cache").Entry}
 */
function engineEntry(way, env) {
  return { what: "the Pulumi engine", folder: entryFolder(way, env), problem: (folder) => problemWith(folder, env) };
}

/**
 * Why an engine cannot be used, or undefined for one that can.
 *
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>}
 */
async function problemWith(folder, env) {
  const probed = await probeEngine(path.join(folder, "pulumi"), env);
  if ("problem" in probed) {
    return probed.problem;
  }
  if (probed.version !== CLI_VERSION) {
    return `it is version ${probed.version}, not ${CLI_VERSION}`;
  }
  if (!(await hostRuns(path.join(folder, NODE_HOST), env))) {
    return `its ${NODE_HOST} does not run`;
  }
  return undefined;
}

module.exports = { engineEntry, entryFolder };
