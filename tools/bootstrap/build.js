// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { progress } = require("../progress");
const { withCheckoutLock } = require("./with-checkout-lock");
const { root } = require("./root");
const { runScript } = require("./run");

const SOURCES = ["provider", "sdk", "simulator", "cli"];
const SETTINGS = ["plugin/schema.json", "tsconfig.json", "tsconfig.build.json", "package-lock.json"];

/** The compiler, below node_modules. */
const COMPILER = "typescript/bin/tsc";

/** Its time is that of the last build without an error. */
const STAMP = path.join(root, "dist", ".built");

/** Compiles to `dist/` when a source is newer. */
async function ensureBuilt() {
  if (!isBuilt()) {
    await build();
  }
}

/** Compiles to `dist/`, and removes output whose source is gone. */
async function build() {
  await withCheckoutLock("build", async () => {
    progress("Compiling to dist/");
    const startedAt = new Date();
    removeOrphans(path.join(root, "dist"));
    await runScript(COMPILER, ["-p", "tsconfig.build.json"], { quiet: true });
    await bundlePlugin();
    fs.writeFileSync(STAMP, "");
    fs.utimesSync(STAMP, startedAt, startedAt);
  });
}

/** The provider plugin as one file, which needs nothing else. */
async function bundlePlugin() {
  await require("esbuild").build({
    absWorkingDir: root,
    entryPoints: ["provider/plugin/main.ts"],
    outfile: "plugin/main.js",
    bundle: true,
    platform: "node",
    target: "node20",
    logLevel: "warning",
  });
}

function isBuilt() {
  const builtAt = fs.statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs;
  return builtAt !== undefined && [...SOURCES, ...SETTINGS].every((name) => newestMs(path.join(root, name)) <= builtAt);
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

module.exports = { build, COMPILER, ensureBuilt, isBuilt, SOURCES };
