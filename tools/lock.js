// @ts-check

const fs = require("node:fs/promises");
const path = require("node:path");
const { setTimeout: sleep } = require("node:timers/promises");

/**
 * Runs `work` while no other process runs work under the same lock.
 *
 * The lock is a folder, since making one is atomic on every file system. Its holder touches it every `staleAfterMs / 10`;
 * one that was not touched for `staleAfterMs` belongs to a process that died and is replaced. A process that was only
 * suspended may thus run at the same time as its successor, so `work` must put its result in place with one rename.
 *
 * @template T
 * @param {string} folder the lock; its parent is made when missing
 * @param {() => Promise<T>} work
 * @param {{ staleAfterMs?: number, onWait?: () => void }} [options] `staleAfterMs` is 20 s by default; `onWait` is called
 *   once when the lock is held by another
 * @returns {Promise<T>}
 */
async function withLock(folder, work, { staleAfterMs = 20_000, onWait = () => {} } = {}) {
  await fs.mkdir(path.dirname(folder), { recursive: true });
  let reported = false;
  while (!(await take(folder))) {
    if (await removeStale(folder, staleAfterMs)) {
      continue;
    }
    if (!reported) {
      onWait();
    }
    reported = true;
    await sleep(Math.min(200, staleAfterMs / 4));
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    fs.utimes(folder, now, now).catch(() => {});
  }, staleAfterMs / 10);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await fs.rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function take(folder) {
  try {
    await fs.mkdir(folder);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") {
      return false;
    }
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {number} staleAfterMs
 */
async function removeStale(folder, staleAfterMs) {
  try {
    const { mtimeMs } = await fs.stat(folder);
    if (Date.now() - mtimeMs < staleAfterMs) {
      return false;
    }
    // Renamed first, so that of two waiters only one removes it.
    const aside = `${folder}.${process.pid}-${Date.now()}`;
    await fs.rename(folder, aside);
    await fs.rm(aside, { recursive: true, force: true });
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") {
      return true;
    }
    throw error;
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}

module.exports = { withLock };
