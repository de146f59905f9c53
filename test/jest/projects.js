// @ts-check

// A test belongs to the project of the heaviest thing that it needs, and what it needs is what it imports, itself or
// through other files of test/ and proof/. So a test that begins to start processes leaves `unit` without anybody's help.

const fs = require("node:fs");
const path = require("node:path");

const TESTS = path.resolve(__dirname, "..");

/** What tests run in short. */
const PROOFS = path.resolve(TESTS, "..", "proof");

/** Only by this module does a test run the real engine. */
const ENGINE = path.join(TESTS, "engine", "environment.ts");

/** Tests here are tables that take minutes on the engine; they have a command of their own. */
const MATRIX = path.join(TESTS, "matrix") + path.sep;

/** Tests here need other languages than Node.js, and build from their packages; they have a command of their own. */
const LANGUAGES = path.join(TESTS, "languages") + path.sep;

/** Modules that start processes: Node's own, and those outside test/ whose tests do. */
const STARTS_PROCESSES =
  /^node:child_process$|\/tools\/engine(\/|$)|\/cli\/stack(\/|$)|\/tools\/bench\/(measured|node)-process$/;

/** @typedef {"languages" | "matrix" | "engine" | "hosted" | "unit"} ProjectName */

/**
 * Every project, the slowest first, with the time that one of its tests may take: many times what it takes alone, since
 * on a busy machine a command takes ten times as long.
 *
 * - `languages`: needs Python and Go, and downloads their packages; `npm run test:languages`, and `npm test` with a
 *   pattern. The first test of a language builds what it needs, which takes minutes.
 * - `matrix`: the long tables on the real Pulumi engine; `npm run test:matrix`, and `npm test` with a pattern.
 * - `engine`: runs the real Pulumi engine.
 * - `hosted`: starts the SDK's dynamic host or another process, but no engine.
 * - `unit`: runs in the test's own process, with real HTTP at most.
 *
 * @type {Readonly<Record<ProjectName, { timeoutMs: number }>>}
 */
const PROJECTS = {
  languages: { timeoutMs: 900_000 },
  matrix: { timeoutMs: 180_000 },
  engine: { timeoutMs: 180_000 },
  hosted: { timeoutMs: 90_000 },
  unit: { timeoutMs: 30_000 },
};

/**
 * The files of tests by project, as paths below test/.
 *
 * @returns {Record<ProjectName, string[]>}
 */
function testsByProject() {
  /** @type {Record<ProjectName, string[]>} */
  const tests = { languages: [], matrix: [], engine: [], hosted: [], unit: [] };
  for (const file of fs.readdirSync(TESTS, { recursive: true, encoding: "utf8" }).sort()) {
    if (file.endsWith(".test.ts")) {
      tests[projectOf(path.join(TESTS, file))].push(file);
    }
  }
  return tests;
}

/**
 * @param {string} file
 * @returns {ProjectName}
 */
function projectOf(file) {
  if (file.startsWith(LANGUAGES)) {
    return "languages";
  }
  if (file.startsWith(MATRIX)) {
    return "matrix";
  }
  const reached = new Set([file]);
  let startsProcesses = false;
  // Iterating over a set goes on with what is added to it meanwhile.
  for (const one of reached) {
    if (one === ENGINE) {
      return "engine";
    }
    for (const imported of importsOf(one)) {
      startsProcesses ||= STARTS_PROCESSES.test(imported);
      const target = path.resolve(path.dirname(one), `${imported}.ts`);
      const isFollowed = [TESTS, PROOFS].some((folder) => target.startsWith(folder + path.sep));
      if (imported.startsWith(".") && isFollowed && fs.existsSync(target)) {
        reached.add(target);
      }
    }
  }
  return startsProcesses ? "hosted" : "unit";
}

/** @param {string} file */
function importsOf(file) {
  const source = fs.readFileSync(file, "utf8");
  return [...source.matchAll(/^(?:import|export) (?!type )(?:[^"]* from )?"([^"]+)"/gm)].map(([, name = ""]) => name);
}

module.exports = { PROJECTS, projectOf, testsByProject };
