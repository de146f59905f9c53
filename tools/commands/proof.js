// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { ensureBuilt } = require("../bootstrap/build");
const { root } = require("../bootstrap/root");
const { engineEnvironment, ensureEngine } = require("../engine");
const { generate } = require("./generate");

const FOLDER = path.join(root, "proof");

/**
 * Runs the proofs named, or all: each is `proof/NAME.ts`, in a process of its own. What all of them found is kept and
 * written into docs/proof.md.
 *
 * @param {string[]} args
 */
async function proof(args) {
  require("../typescript-hook");
  const { readProofOptions } = require("../proof/options");
  const { prove } = require("../proof/prove");
  const files = fs.readdirSync(FOLDER).filter((file) => file.endsWith(".ts"));
  const options = readProofOptions(
    args,
    files.map((file) => path.basename(file, ".ts")),
  );
  const env = engineEnvironment(await ensureEngine());
  await ensureBuilt();
  try {
    await prove(FOLDER, options, env);
  } finally {
    if (options.keep) {
      await generate();
    }
  }
}

module.exports = { proof };
