// @ts-check

const { spawn } = require("node:child_process");

/**
 * Runs a program to its end and gives what it printed. Never rejects: a program that cannot be started has `code`
 * null and the reason in `stderr`.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number | null, stdout: string, stderr: string }>}
 */
function execute(file, args, { cwd, env = process.env, timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    // Not spawn's own option, which keeps its timer running after a program could not be started.
    const timer = timeoutMs > 0 ? setTimeout(() => child.kill("SIGKILL"), timeoutMs) : undefined;
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    const end = (/** @type {number | null} */ code, /** @type {string} */ reason) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr: `${stderr}${reason}` });
    };
    child.on("error", (error) => end(null, error.message));
    child.on("close", (code, signal) => end(code, signal ? `ended by ${signal}` : ""));
  });
}

module.exports = { execute };
