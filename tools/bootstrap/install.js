// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { BUILD_TOOLS } = require("./build");
const { progress } = require("../progress");
const { withCheckoutLock } = require("./with-checkout-lock");
const { root } = require("./root");
const { run } = require("./run");

/** npm writes its own record of an installation a moment before the lock file or after it. */
const SAME_INSTALL_MS = 10_000;

/** Set for an installation that we run: it ends with `prepare`, which must not begin another. */
const INSTALLING = "ONTAP_ISCSI_INSTALLING";

/**
 * Whatever the npm that runs us was told for the project in which it installs: this installation is for the checkout,
 * with the compiler. What npm knows of registries, proxies and its cache stays.
 */
const HERE = [
  `--prefix=${root}`,
  "--include=dev",
  "--no-global",
  "--no-install-links",
  "--no-dry-run",
  "--no-package-lock-only",
];

/** Installs the locked dependencies when they are missing or older than the lock file. */
async function ensureInstalled() {
  await installUnless(isInstalled);
}

/** Installs them where what builds is missing: in a clone that npm packs for another project nothing is installed. */
async function ensureBuildTools() {
  await installUnless(() => BUILD_TOOLS.every((tool) => fs.existsSync(path.join(root, "node_modules", tool))));
}

/** @param {() => boolean} isDone */
async function installUnless(isDone) {
  if (isDone() || process.env[INSTALLING] !== undefined) {
    return;
  }
  await withCheckoutLock("install", async () => {
    if (isDone()) {
      return;
    }
    progress("Installing dependencies (npm ci)");
    await run("npm", ["ci", ...HERE], { env: { ...process.env, [INSTALLING]: "true" }, quiet: true });
  });
}

function isInstalled() {
  const installed = modifiedMs(path.join(root, "node_modules", ".package-lock.json"));
  return installed + SAME_INSTALL_MS >= modifiedMs(path.join(root, "package-lock.json"));
}

/** @param {string} file */
function modifiedMs(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.NEGATIVE_INFINITY;
}

module.exports = { ensureBuildTools, ensureInstalled };
