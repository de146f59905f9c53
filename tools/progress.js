// @ts-check

/**
 * Reports the current step. Standard error, because standard output belongs to the command itself
 * (`simulate` prints one line of JSON there and nothing else).
 *
 * @param {string} step
 */
function progress(step) {
  process.stderr.write(`[ontap-iscsi] ${step}\n`);
}

module.exports = { progress };
