// @ts-check

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { build } = require("../bootstrap/build");
const { root } = require("../bootstrap/root");

/** Below the checkout. */
const FOLDER = "dist-plugin";

/** Builds the plugin and packs it for `pulumi plugin install --file`, one archive per system, in `dist-plugin/`. */
async function plugin() {
  await build();
  const { archivesOf } = require("../plugin/archives");
  const archives = archivesOf(path.join(root, "plugin"));
  const folder = path.join(root, FOLDER);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder);
  for (const { name, bytes } of archives) {
    fs.writeFileSync(path.join(folder, name), bytes);
    process.stdout.write(`${createHash("sha256").update(bytes).digest("hex")}  ${FOLDER}/${name}\n`);
  }
}

module.exports = { plugin };
