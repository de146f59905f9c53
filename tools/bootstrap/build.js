// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { bundlePlugin, isBundled } = require("../plugin/bundle");
const { progress } = require("../progress");
const { withCheckoutLock } = require("./with-checkout-lock");
const { root } = require("./root");
const { runScript } = require("./run");

const SOURCES = ["provider", "sdk", "simulator", "cli"];
const SETTINGS = ["plugin/schema.json", "tsconfig.json", "tsconfig.build.json", "package-lock.json"];

/** The compiler, below node_modules. */
const COMPILER = "typescript/bin/tsc";

/** What a build runs, below node_modules: the bundler as well. */
const BUILD_TOOLS = [COMPILER, "esbuild/lib/main.js"];

/** Its time is that of the last build without an error. */
const STAMP = path.join(root, "dist", ".built");

/** Compiles to `dist/` when a source is newer. */
async function ensureBuilt() {
  if (!isBuilt()) {
    await build();
  }
}

/** Compiles to `dist/`, removes output whose source is gone, and bundles the plugin. */
async function build() {
  await withCheckoutLock("build", async () => {
    progress("Compiling to dist/");
    const startedAt = new Date();
    removeOrphans(path.join(root, "dist"));
    await runScript(COMPILER, ["-p", "tsconfig.build.json"], { quiet: true });
    await bundlePlugin(root);
    fs.writeFileSync(STAMP, "");
    fs.utimesSync(STAMP, startedAt, startedAt);
  });
}

function isBuilt() {
  const builtAt = fs.statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs;
  return (
    builtAt !== undefined &&
    isBundled(root) &&
    [...SOURCES, ...SETTINGS].every((name) => newestMs(path.join(root, name)) <= builtAt)
  );
}

/**
 * The last change below a path; a folder changes when an entry is added or removed.
 *
 * @param {string} place
 * @returns {number}
 */
function newestMs(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (!stat) {
    return 0;
  }
  if (!stat.isDirectory()) {
    return stat.mtimeMs;
  }
  return Math.max(stat.mtimeMs, ...fs.readdirSync(place).map((name) => newestMs(path.join(place, name))));
}

/** @param {string} folder */
function removeOrphans(folder) {
  if (!fs.existsSync(folder)) {
    return;
  }
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const source = path.join(root, name.replace(/(\.d)?\.[jt]s$/, ".ts"));
    if (/\.[jt]s$/.test(name) && !fs.existsSync(source)) {
      fs.rmSync(path.join(folder, name));
    }
  }
}

module.exports = { build, BUILD_TOOLS, ensureBuilt, isBuilt, SOURCES };
