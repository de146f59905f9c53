// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { progress } = require("../progress");
const { withCheckoutLock } = require("./with-checkout-lock");
const { root } = require("./root");
const { run } = require("./run");

/** npm writes its own record of an installation a moment before the lock file or after it. */
const SAME_INSTALL_MS = 10_000;

/** Installs the locked dependencies when they are missing or older than the lock file. */
async function ensureInstalled() {
  if (isInstalled()) return;
  await withCheckoutLock("install", async () => {
    if (isInstalled()) return;
    progress("Installing dependencies (npm ci)");
    await run("npm", ["ci"], { quiet: true });
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

module.exports = { ensureInstalled };
