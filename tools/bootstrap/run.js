// @ts-check

const { spawn } = require("node:child_process");
const path = require("node:path");
const { root } = require("./root");

/** A step that ended with an exit code other than 0, having said why itself. */
class StepFailed extends Error {
  /**
   * @param {string} command
   * @param {number} code
   */
  constructor(command, code) {
    super(`${command.replaceAll(`${root}${path.sep}`, "")} failed with exit code ${code}`);
    this.exitCode = code;
  }
}

/**
 * Runs a program in the checkout with the user's terminal.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet` sends its standard output to standard error,
 *   where it cannot spoil what our command itself prints
 * @returns {Promise<void>} rejects with `StepFailed`
 */
function run(file, args, { env = process.env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, env, stdio: ["inherit", quiet ? 2 : "inherit", "inherit"] });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(new StepFailed([file, ...args].join(" "), code ?? (signal ? 130 : 1)));
    });
  });
}

/**
 * Runs an installed JavaScript command line with this Node.js, whatever is on PATH.
 *
 * @param {string} script below node_modules, such as `typescript/bin/tsc`
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} [options]
 */
function runScript(script, args, options) {
  return run(process.execPath, [path.join(root, "node_modules", script), ...args], options);
}

module.exports = { runScript, run, StepFailed };
