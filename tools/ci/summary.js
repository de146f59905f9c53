// @ts-check

// Prints what jest counted, from the result files of `npm test`, `npm run test:matrix` and `npm run test:languages` or
// the files named. Exit code 1 when a test failed, when a file holds none that passed, and when there is no such file
// because jest never ran.

const fs = require("node:fs");
const { LANGUAGES_RESULT_FILE, MATRIX_RESULT_FILE, RESULT_FILE } = require("../commands/test");

const named = process.argv.slice(2);
const files = named.length > 0 ? named : [RESULT_FILE, MATRIX_RESULT_FILE, LANGUAGES_RESULT_FILE];
const sum = { passed: 0, failed: 0, skipped: 0 };
const missing = files.filter((file) => !fs.existsSync(file));

for (const file of files.filter((one) => !missing.includes(one))) {
  const result = JSON.parse(fs.readFileSync(file, "utf8"));
  sum.passed += result.numPassedTests;
  // A test file that could not even be loaded holds no tests: it is counted as one failed test.
  sum.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  sum.skipped += result.numPendingTests + result.numTodoTests;
  if (!result.success || result.numPassedTests === 0) {
    process.exitCode = 1;
  }
}
for (const file of missing) {
  console.error(`jest never ran: there is no ${file} to count`);
  process.exitCode = 1;
}
if (missing.length < files.length) {
  console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
}
