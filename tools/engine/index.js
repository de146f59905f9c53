// @ts-check

const path = require("node:path");
const { isNativeError } = require("node:util/types");
const { progress } = require("../progress");
const { buildEngine } = require("./build");
const { fillCache, isCached } = require("./cache");
const { downloadEngine } = require("./download");
const { engineEntry } = require("./entry");
const { findOnPath } = require("./on-path");
const { CLI_VERSION, MINIMUM_VERSION } = require("./versions");
const { wayOf } = require("./way");

/**
 * A Pulumi CLI that runs Node.js programs.
 *
 * @typedef {object} Engine
 * @property {string} bin the folder that holds `pulumi`
 * @property {string} version without a leading `v`
 * @property {"path" | "cache" | "download" | "build"} from how this call came by it
 */

/** The ways that leave an engine in the cache, the official one first. */
const MAKERS = /** @type {const} */ ([
  ["download", downloadEngine],
  ["build", buildEngine],
]);

const TWO_WAYS = `Two ways to get one:
  1. install the official Pulumi CLI (${MINIMUM_VERSION} or later), https://www.pulumi.com/docs/install/, and put it on PATH;
  2. install Go (https://go.dev/doc/install) and run this again: the CLI is then built from Go modules.`;

/**
 * The engine there is, without making one: on PATH, else in this project's cache.
 *
 * @param {NodeJS.ProcessEnv} [env] `ONTAP_ISCSI_ENGINE` narrows the search to PATH (`path`) or to what a download or
 *   a build left in the cache (`download`, `build`)
 * @returns {Promise<Engine | undefined>}
 */
async function findEngine(env = process.env) {
  return (await look(env)).engine;
}

/**
 * The engine there is, or else one that is made and kept in this project's cache: downloaded, or built from Go modules.
 *
 * Fails when no way leads to an engine; the message says why each failed and names the two ways to get one.
 *
 * @param {NodeJS.ProcessEnv} [env] `ONTAP_ISCSI_ENGINE=path|download|build` picks one way and forbids the others; what
 *   the picked way left in the cache may be used
 * @param {{ releases?: string }} [options] `releases`: another site than Pulumi's own, for tests
 * @returns {Promise<Engine>}
 */
async function ensureEngine(env = process.env, { releases } = {}) {
  const { engine, problems } = await look(env);
  if (engine) {
    return engine;
  }
  for (const [way, make] of allowedMakers(env)) {
    try {
      const entry = engineEntry(way, env);
      const made = await fillCache(entry, (draft) => make(draft, env, releases));
      return { bin: entry.folder, version: CLI_VERSION, from: made ? way : "cache" };
    } catch (error) {
      const reason = isNativeError(error) ? error.message : String(error);
      problems.push(`${way}: ${reason}`);
      progress(`No engine by ${way}: ${reason}`);
    }
  }
  throw new Error(`No Pulumi engine.\n${problems.map((problem) => `  - ${problem}\n`).join("")}${TWO_WAYS}`);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ engine?: Engine, problems: string[] }>}
 */
async function look(env) {
  const way = wayOf(env);
  /** @type {string[]} */
  const problems = [];
  if (!way || way === "path") {
    const found = await findOnPath(env);
    if ("bin" in found) {
      return { engine: { ...found, from: "path" }, problems };
    }
    problems.push(`path: ${found.problem}`);
  }
  for (const [maker] of allowedMakers(env)) {
    const entry = engineEntry(maker, env);
    if (await isCached(entry)) {
      return { engine: { bin: entry.folder, version: CLI_VERSION, from: "cache" }, problems };
    }
  }
  return { problems };
}

/** @param {NodeJS.ProcessEnv} env */
function allowedMakers(env) {
  const way = wayOf(env);
  return MAKERS.filter(([maker]) => !way || maker === way);
}

/**
 * The environment in which `pulumi` is that engine.
 *
 * @param {Engine} engine
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
function engineEnvironment(engine, env = process.env) {
  // An engine on PATH is found anyway; its folder in front could shadow `node`, say with the one in /usr/local/bin.
  if (engine.from === "path") {
    return env;
  }
  return { ...env, PATH: `${engine.bin}${path.delimiter}${env.PATH ?? ""}` };
}

module.exports = { engineEnvironment, ensureEngine, findEngine };
