// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { ensureBuilt, isBuilt, SOURCES } = require("../bootstrap/build");
const { ensureBuildTools } = require("../bootstrap/install");
const { root } = require("../bootstrap/root");

/**
 * npm's step between installing and packing: `dist/` and the plugin, where there are sources to make them from. Where npm installs the
 * folder for another project (`npm install --install-links ../clone`), it has installed nothing in it.
 */
async function prepare() {
  const hasSources = SOURCES.every((folder) => fs.existsSync(path.join(root, folder)));
  if (hasSources && !isBuilt()) {
    await ensureBuildTools();
    await ensureBuilt();
  }
}

module.exports = { prepare };
