// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { progress } = require("../progress");
const { exclusively } = require("./exclusively");
const { root } = require("./root");
const { runToEnd } = require("./run-to-end");

/** npm writes its own record of an installation a moment before the lock file or after it. */
const SAME_INSTALL_MS = 10_000;

/** Installs the locked dependencies when they are missing or older than the lock file. */
async function ensureInstalled() {
  if (isInstalled()) return;
  await exclusively("install", async () => {
    if (isInstalled()) return;
    progress("Installing dependencies (npm ci)");
    await runToEnd("npm", ["ci"], { quiet: true });
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
