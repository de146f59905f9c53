// @ts-check

/** The Pulumi CLI that is downloaded or built. */
const CLI_VERSION = "3.256.0";

/**
 * The Pulumi SDK whose Node.js language host is built. The last one that still contains it: later hosts are Go modules
 * of their own, without release tags.
 */
const NODE_HOST_VERSION = "3.68.0";

/** The Pulumi YAML whose language host is built. */
const YAML_HOST_VERSION = "1.38.3";

/** The Pulumi SDK whose Python language host is built, the last one that contains it, like the Node.js one. */
const PYTHON_HOST_VERSION = NODE_HOST_VERSION;

/** The oldest `pulumi` on PATH that is accepted. */
const MINIMUM_VERSION = "3.254.0";

/**
 * @param {string} version `1.2.3`, with or without a leading `v` and a pre-release suffix
 * @returns {number[]} major, minor, patch
 */
function parts(version) {
  const found = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version);
  if (!found) {
    throw new Error(`not a version: ${JSON.stringify(version)}`);
  }
  return found.slice(1).map(Number);
}

/**
 * @param {string} version
 * @param {string} minimum
 */
function isAtLeast(version, minimum) {
  const [have, need] = [parts(version), parts(minimum)];
  const first = have.findIndex((part, at) => part !== need[at]);
  return first === -1 || Number(have[first]) > Number(need[first]);
}

module.exports = {
  CLI_VERSION,
  NODE_HOST_VERSION,
  MINIMUM_VERSION,
  PYTHON_HOST_VERSION,
  YAML_HOST_VERSION,
  isAtLeast,
};
