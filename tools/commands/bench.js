// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { ensureBuilt } = require("../bootstrap/build");
const { root } = require("../bootstrap/root");
const { engineEnvironment, ensureEngine } = require("../engine");

const FOLDER = path.join(root, "bench");

/**
 * Runs the benchmarks named, or all: each is `bench/NAME.ts`, in a process of its own.
 *
 * @param {string[]} args
 */
async function bench(args) {
  require("../typescript-hook");
  const { readBenchOptions } = require("../bench/options");
  const { runBenchmarks } = require("../bench/bench");
  const files = fs.readdirSync(FOLDER).filter((file) => file.endsWith(".ts"));
  const options = readBenchOptions(
    args,
    files.map((file) => path.basename(file, ".ts")),
  );
  const env = engineEnvironment(await ensureEngine());
  await ensureBuilt();
  await runBenchmarks(FOLDER, options, env);
}

module.exports = { bench };
