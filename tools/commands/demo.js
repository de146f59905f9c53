// @ts-check

const path = require("node:path");
const { ensureBuilt } = require("../bootstrap/build");
const { root } = require("../bootstrap/root");
const { run } = require("../bootstrap/run");
const { engineEnvironment, ensureEngine } = require("../engine");
const { progress } = require("../progress");

/**
 * The demonstration on the real engine.
 *
 * @param {string[]} args
 */
async function demo(args) {
  const engine = await ensureEngine();
  progress(`Pulumi ${engine.version} from ${engine.from}: ${engine.bin}`);
  await ensureBuilt();
  const hook = path.join(root, "tools", "typescript-hook.js");
  const main = path.join(root, "tools", "demo", "main");
  await run(process.execPath, ["--require", hook, main, ...args], { env: engineEnvironment(engine) });
}

module.exports = { demo };
