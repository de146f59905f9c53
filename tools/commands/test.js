// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { ensureBuilt } = require("../bootstrap/build");
const { root } = require("../bootstrap/root");
const { runScript } = require("../bootstrap/run");
const { engineEnvironment, ensureEngine } = require("../engine");
const { ensureLanguages } = require("../engine/languages");
const { progress } = require("../progress");

/** Where jest writes its result, for `.ci/run`. */
const RESULT_FILE = path.join(root, ".jest-result.json");
const MATRIX_RESULT_FILE = path.join(root, ".jest-matrix-result.json");
const LANGUAGES_RESULT_FILE = path.join(root, ".jest-languages-result.json");

/**
 * Every test but the long tables and those of other languages, or, of all tests, those whose path matches one of the
 * arguments; options of jest pass through.
 *
 * @param {string[]} args
 */
async function test(args) {
  const all = ["--selectProjects", "unit", "hosted", "engine"];
  await withEngine(RESULT_FILE, args.length === 0 ? all : args, args.length === 0 ? ["yaml"] : []);
}

/**
 * The long tables on the engine, which `npm test` leaves out to stay below ten minutes.
 *
 * @param {string[]} args
 */
async function testMatrix(args) {
  await withEngine(MATRIX_RESULT_FILE, [...args, "--selectProjects", "matrix"]);
}

/**
 * The package in other languages than Node.js. What is missing on this machine fails tests, which name it.
 *
 * @param {string[]} args
 */
async function testLanguages(args) {
  await withEngine(LANGUAGES_RESULT_FILE, [...args, "--selectProjects", "languages"]);
}

/**
 * These files alone, one after another.
 *
 * @param {string} resultFile where jest writes its result
 * @param {string[]} files
 */
async function testFiles(resultFile, files) {
  await withEngine(resultFile, ["--maxWorkers=1", "--runTestsByPath", ...files]);
}

/**
 * @param {string} resultFile
 * @param {string[]} args
 * @param {import("../engine/hosts").Language[]} [languages] to prepare, so that no test's time goes into a build
 */
async function withEngine(resultFile, args, languages = []) {
  // A result left by an earlier run must never be mistaken for this one's.
  fs.rmSync(resultFile, { force: true });
  const engine = await ensureEngine();
  progress(`Pulumi ${engine.version} from ${engine.from}: ${engine.bin}`);
  // One that cannot be had fails the tests that need it, which say so.
  await ensureLanguages(engine, languages).catch((error) => progress(error.message));
  await jest(["--json", `--outputFile=${resultFile}`, ...args], engineEnvironment(engine));
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

module.exports = {
  LANGUAGES_RESULT_FILE,
  MATRIX_RESULT_FILE,
  RESULT_FILE,
  test,
  testFiles,
  testLanguages,
  testMatrix,
  testUnit,
};
