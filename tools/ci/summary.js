// @ts-check

const fs = require("node:fs");
const { RESULT_FILE } = require("../commands/test");

/**
 * One line from jest's own result. A test file that could not even be loaded holds no tests, so it counts as one failed.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number, numPendingTests: number,
 *   numTodoTests: number }} result
 */
function summary(result) {
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return `${result.numPassedTests} passed, ${failed} failed, ${result.numPendingTests + result.numTodoTests} skipped`;
}

if (require.main === module) {
  if (fs.existsSync(RESULT_FILE)) {
    const result = JSON.parse(fs.readFileSync(RESULT_FILE, "utf8"));
    console.log(summary(result));
    if (!result.success || result.numPassedTests === 0) process.exitCode = 1;
  } else {
    console.error("jest never ran: there is no result to count");
    process.exitCode = 1;
  }
}

module.exports = { summary };
