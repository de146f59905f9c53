// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { ensureBuilt, SOURCES } = require("../bootstrap/build");
const { root } = require("../bootstrap/root");

/** npm's step between installing and packing: `dist/`, where there are sources to make it from. */
async function prepare() {
  if (SOURCES.every((folder) => fs.existsSync(path.join(root, folder)))) {
    await ensureBuilt();
  }
}

module.exports = { prepare };
