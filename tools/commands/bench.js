// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { ensureBuilt } = require("../bootstrap/build");
const { root } = require("../bootstrap/root");
const { run } = require("../bootstrap/run");
const { engineEnvironment, ensureEngine } = require("../engine");

const FOLDER = path.join(root, "bench");

/**
 * Runs the benchmarks named, or all: each is `bench/NAME.ts`, in a process of its own.
 *
 * @param {string[]} names
 */
async function bench(names) {
  const known = fs.existsSync(FOLDER) ? fs.readdirSync(FOLDER).filter((file) => file.endsWith(".ts")) : [];
  const all = known.map((file) => path.basename(file, ".ts"));
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Error(`no benchmark ${unknown.join(", ")}; there are: ${all.join(", ")}`);
  const env = engineEnvironment(await ensureEngine());
  await ensureBuilt();
  const hook = path.join(root, "tools", "typescript-hook.js");
  const runner = path.join(root, "tools", "bench", "main.ts");
  for (const name of names.length > 0 ? names : all) {
    await run(process.execPath, ["--expose-gc", "--require", hook, runner, name], { env });
  }
}

module.exports = { bench };
