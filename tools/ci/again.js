// @ts-check

// Runs the test files that failed once more, one after another with nothing else running, and writes what they did into
// the result files that `summary.js` counts. A test that needs seconds of a busy machine fails there by load alone; one
// that fails for a reason fails here, too. What passed only now is named, with how it had failed. Exit code 1 where a
// file failed again, and where so many failed that load is no explanation.

const fs = require("node:fs");
const { LANGUAGES_RESULT_FILE, MATRIX_RESULT_FILE, RESULT_FILE, testFiles } = require("../commands/test");

/** More failed files than these are not a matter of load. */
const AT_MOST = 5;

/** @typedef {{ status: string }} Assertion */
/** @typedef {{ name: string, status: string, message: string, assertionResults: Assertion[] }} FileResult */
/** @typedef {{ success: boolean, wasInterrupted: boolean, testResults: FileResult[] }} Result */

/**
 * The first result with the files of the second in place of its own, counted again.
 *
 * @param {Result} first
 * @param {Result} second
 */
function merged(first, second) {
  const later = new Map(second.testResults.map((file) => [file.name, file]));
  const testResults = first.testResults.map((file) => later.get(file.name) ?? file);
  const count = (/** @type {string[]} */ ...statuses) =>
    testResults.flatMap((file) => file.assertionResults).filter(({ status }) => statuses.includes(status)).length;
  return {
    ...first,
    testResults,
    success: testResults.every(({ status }) => status !== "failed"),
    numPassedTests: count("passed"),
    numFailedTests: count("failed"),
    // A file that could not even be loaded holds no tests.
    numRuntimeErrorTestSuites: testResults.filter((file) => file.status === "failed" && !file.assertionResults.length)
      .length,
    numPendingTests: count("pending", "skipped", "disabled"),
    numTodoTests: count("todo"),
  };
}

/** @param {string} file */
async function again(file) {
  if (!fs.existsSync(file)) {
    return;
  }
  /** @type {Result} */
  const first = JSON.parse(fs.readFileSync(file, "utf8"));
  const failed = first.testResults.filter(({ status }) => status === "failed");
  if (first.wasInterrupted || failed.length === 0 || failed.length > AT_MOST) {
    return;
  }
  const second = file.replace(/\.json$/, "-again.json");
  await testFiles(
    second,
    failed.map(({ name }) => name),
  ).catch(() => undefined);
  if (!fs.existsSync(second)) {
    return;
  }
  const result = merged(first, JSON.parse(fs.readFileSync(second, "utf8")));
  fs.writeFileSync(file, JSON.stringify(result));
  fs.rmSync(second);
  for (const { name, message } of failed.filter((one) => passed(result, one.name))) {
    console.log(`Unsteady: ${name} failed among the others and passed alone. It had failed with:\n${message}`);
  }
}

/**
 * @param {Result} result
 * @param {string} name
 */
function passed({ testResults }, name) {
  return testResults.some((file) => file.name === name && file.status !== "failed");
}

async function main() {
  for (const file of [RESULT_FILE, MATRIX_RESULT_FILE, LANGUAGES_RESULT_FILE]) {
    await again(file);
  }
}

if (require.main === module) {
  main().catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}

module.exports = { merged };
