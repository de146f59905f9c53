// @ts-check

const path = require("node:path");
const { ensureEngine } = require("../engine");
const { generateSdk, isSdkLanguage } = require("../engine/sdk");
const { root } = require("../bootstrap/root");

/**
 * Generates the SDK of a language into a folder below the one named, and prints that: what `pulumi package add` does
 * with an official CLI, and the hosts that can be built from Go modules cannot.
 *
 * @param {string[]} args
 */
async function sdk([language = "", folder = "sdks"]) {
  if (!isSdkLanguage(language)) {
    throw new Error("usage: node tools/run.js sdk python|nodejs|go [FOLDER]");
  }
  const schema = path.join(root, "plugin", "schema.json");
  const place = await generateSdk(await ensureEngine(), language, schema, path.resolve(folder));
  process.stdout.write(`${place}\n`);
}

module.exports = { sdk };
