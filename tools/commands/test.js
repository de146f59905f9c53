// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { ensureBuilt } = require("../bootstrap/build");
const { root } = require("../bootstrap/root");
const { runScript } = require("../bootstrap/run");
const { engineEnvironment, ensureEngine } = require("../engine");
const { progress } = require("../progress");

/** Where jest writes its result, for `.ci/run`. */
const RESULT_FILE = path.join(root, ".jest-result.json");

/**
 * Every test, or those whose path matches one of the arguments; options of jest pass through.
 *
 * @param {string[]} args
 */
async function test(args) {
  // A result left by an earlier run must never be mistaken for this one's.
  fs.rmSync(RESULT_FILE, { force: true });
  const engine = await ensureEngine();
  progress(`Pulumi ${engine.version} from ${engine.from}: ${engine.bin}`);
  await jest(["--json", `--outputFile=${RESULT_FILE}`, ...args], engineEnvironment(engine));
}

/**
 * The same of the tests that start neither the engine nor another process, so that an engine need not be there.
 *
 * @param {string[]} args
 */
async function testUnit(args) {
  // Last, since jest takes every argument after this option for one more project.
  await jest([...args, "--selectProjects", "unit"], process.env);
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function jest(args, env) {
  await ensureBuilt();
  // node-fetch is an ES module: jest loads those only with this switch.
  const options = `${env.NODE_OPTIONS ?? ""} --experimental-vm-modules --no-warnings`.trim();
  await runScript("jest/bin/jest.js", args, { env: { ...env, NODE_OPTIONS: options } });
}

module.exports = { RESULT_FILE, test, testUnit };
