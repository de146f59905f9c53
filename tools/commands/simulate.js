// @ts-check

const path = require("node:path");
const { ensureBuilt } = require("../bootstrap/build");
const { root } = require("../bootstrap/root");

/**
 * `ontap-iscsi simulate` from the checkout, in this very process: a signal to it is a signal to the simulator.
 *
 * @param {string[]} args
 */
async function simulate(args) {
  await ensureBuilt();
  const command = path.join(root, "bin", "ontap-iscsi.js");
  process.argv = [process.execPath, command, "simulate", ...args];
  require(command);
}

module.exports = { simulate };
