// @ts-check

const { createHash } = require("node:crypto");
const path = require("node:path");
const { cacheRoot } = require("../engine/cache");
const { withLock } = require("../lock");
const { progress } = require("../progress");
const { root } = require("./root");

/**
 * Runs a step that changes the checkout while no other run of ours is in such a step.
 *
 * @param {string} step
 * @param {() => Promise<void>} work
 */
function withCheckoutLock(step, work) {
  // Not in the checkout: `npm ci` removes node_modules, and nothing of ours should show up in `git status`.
  const name = `${createHash("sha256").update(root).digest("hex").slice(0, 12)}-${step}.lock`;
  const onWait = () => progress(`Another run is busy with the ${step} step here; waiting for it`);
  return withLock(path.join(path.dirname(cacheRoot(process.env)), "locks", name), work, { onWait });
}

module.exports = { withCheckoutLock };
