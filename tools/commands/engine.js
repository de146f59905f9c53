// @ts-check

const { ensureEngine, findEngine } = require("../engine");
const { isLanguage } = require("../engine/hosts");
const { withLanguages } = require("../engine/languages");

/**
 * Prints the folder of the Pulumi engine, making one first if there is none, with the hosts of the languages that are
 * named, besides Node.js; `--find` only looks, for an engine alone.
 *
 * @param {string[]} args
 */
async function engine(args) {
  const languages = args.filter(isLanguage);
  const wrong = args.find((arg) => arg !== "--find" && !isLanguage(arg));
  if (wrong !== undefined) {
    throw new Error(
      `usage: node tools/run.js engine [--find] [yaml] [python]; ${JSON.stringify(wrong)} is none of these`,
    );
  }
  const found = args.includes("--find") ? await findEngine() : await withLanguages(await ensureEngine(), languages);
  if (!found) {
    throw new Error("no Pulumi engine on PATH or in the cache");
  }
  process.stdout.write(`${found.bin}\n`);
}

module.exports = { engine };
