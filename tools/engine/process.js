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
    const child = spawn(file, args, { cwd, env, timeout: timeoutMs, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.on("error", (error) => resolve({ code: null, stdout, stderr: `${stderr}${error.message}` }));
    child.on("close", (code, signal) =>
      resolve({ code, stdout, stderr: signal ? `${stderr}ended by ${signal}` : stderr }),
    );
  });
}

module.exports = { execute };
