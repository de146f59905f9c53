// @ts-check

const { ensureEngine, findEngine } = require("../engine");

/**
 * Prints the folder of the Pulumi engine, making one first if there is none; `--find` only looks.
 *
 * @param {string[]} args
 */
async function engine(args) {
  const found = args.includes("--find") ? await findEngine() : await ensureEngine();
  if (!found) {
    throw new Error("no Pulumi engine on PATH or in the cache");
  }
  process.stdout.write(`${found.bin}\n`);
}

module.exports = { engine };
