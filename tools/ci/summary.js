// @ts-check

// Prints what jest counted, from the result file of `npm test` or the file named. Exit code 1 when a test failed, when
// none passed, and when there is no such file because jest never ran.

const fs = require("node:fs");
const { RESULT_FILE } = require("../commands/test");

const file = process.argv[2] ?? RESULT_FILE;
if (fs.existsSync(file)) {
  const result = JSON.parse(fs.readFileSync(file, "utf8"));
  // A test file that could not even be loaded holds no tests: it is counted as one failed test.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const skipped = result.numPendingTests + result.numTodoTests;
  console.log(`${result.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
  if (!result.success || result.numPassedTests === 0) {
    process.exitCode = 1;
  }
} else {
  console.error("jest never ran: there is no result to count");
  process.exitCode = 1;
}
