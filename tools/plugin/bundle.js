// @ts-check

const fs = require("node:fs");
const path = require("node:path");

/** The provider plugin as one file, below the checkout. */
const BUNDLE = "plugin/main.js";

/**
 * Bundles the plugin with all that it loads, so that it needs nothing but Node.js. Not minified: a defect is reported by
 * the lines where it arose, and a smaller text starts no sooner.
 *
 * @param {string} checkout the text does not depend on where that is, nor on where a linked `node_modules` is
 */
async function bundlePlugin(checkout) {
  await require("esbuild").build({
    absWorkingDir: checkout,
    entryPoints: ["provider/plugin/main.ts"],
    outfile: BUNDLE,
    bundle: true,
    platform: "node",
    target: "node20",
    preserveSymlinks: true,
    logLevel: "warning",
  });
}

/** @param {string} checkout */
function isBundled(checkout) {
  return fs.existsSync(path.join(checkout, BUNDLE));
}

module.exports = { bundlePlugin, isBundled };
