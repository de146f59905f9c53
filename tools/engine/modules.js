// @ts-check

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

/**
 * The part of a cache's key that changes with what is built: with the recipe, and with every file of
 * the modules in these folders.
 *
 * @param {string} recipe
 * @param {readonly string[]} folders below this one
 */
function hashOfModules(recipe, folders) {
  const hash = createHash("sha256").update(recipe);
  for (const folder of folders) {
    for (const file of fs.readdirSync(path.join(__dirname, folder)).sort()) {
      hash.update(fs.readFileSync(path.join(__dirname, folder, file)));
    }
  }
  return hash.digest("hex").slice(0, 12);
}

module.exports = { hashOfModules };
