// @ts-check

const { randomUUID } = require("node:crypto");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { withLock } = require("../lock");
const { progress } = require("../progress");

/**
 * Something that takes long to make and is kept.
 *
 * @typedef {object} Entry
 * @property {string} what its name in messages
 * @property {string} folder where it lies, or will lie
 * @property {(folder: string) => Promise<string | undefined>} problem why what lies in that folder cannot be used, or
 *   undefined
 */

/** @param {NodeJS.ProcessEnv} env */
function cacheRoot(env) {
  // The XDG rules say that a relative path is invalid and to be ignored.
  const given = env.XDG_CACHE_HOME;
  const base = given && path.isAbsolute(given) ? given : path.join(env.HOME || os.homedir(), ".cache");
  return path.join(base, "pulumi-ontap-iscsi", "engine");
}

/**
 * Whether an earlier run left the entry, and it can be used.
 *
 * @param {Entry} entry
 */
async function isCached({ what, folder, problem }) {
  if (!fs.existsSync(folder)) {
    return false;
  }
  const found = await problem(folder);
  if (found) {
    progress(`Making ${what} again, because what is in the cache cannot be used: ${found}`);
  }
  return !found;
}

/**
 * Makes an entry, or uses the one that another process made meanwhile. It is made in a folder next to its place and
 * moved there at once, so that no process ever sees half of it.
 *
 * @param {Entry} entry
 * @param {(folder: string) => Promise<void>} make fills the empty folder it is given
 * @returns {Promise<boolean>} whether this call made it
 */
async function fillCache(entry, make) {
  const { what, folder, problem } = entry;
  const onWait = () => progress(`Another run is preparing ${what}; waiting for it`);
  return withLock(
    `${folder}.lock`,
    async () => {
      if (await isCached(entry)) {
        return false;
      }
      const draft = `${folder}.${randomUUID()}`;
      await fs.promises.mkdir(draft);
      try {
        await make(draft);
        const found = await problem(draft);
        if (found) {
          throw new Error(found);
        }
        await putInPlace(draft, folder);
      } finally {
        await fs.promises.rm(draft, { recursive: true, force: true });
      }
      return true;
    },
    { onWait },
  );
}

/**
 * @param {string} draft
 * @param {string} folder
 */
async function putInPlace(draft, folder) {
  if (fs.existsSync(folder)) {
    // A folder that holds files cannot be renamed over; what lies here was found unusable.
    const aside = `${draft}.old`;
    await fs.promises.rename(folder, aside);
    await fs.promises.rm(aside, { recursive: true, force: true });
  }
  await fs.promises.rename(draft, folder);
}

module.exports = { cacheRoot, fillCache, isCached };
