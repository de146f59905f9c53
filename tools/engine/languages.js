// @ts-check

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { cacheRoot, fillCache, isCached } = require("./cache");
const { ensureHost, hostOf } = require("./hosts");
const { engineEnvironment } = require("./index");

/**
 * The environment in which `pulumi` is that engine and runs programs in these languages: see {@link withLanguages}.
 *
 * @param {import("./index").Engine} engine
 * @param {readonly import("./hosts").Language[]} languages besides Node.js
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function ensureLanguages(engine, languages, env = process.env) {
  return engineEnvironment(await withLanguages(engine, languages, env), env);
}

/**
 * That engine with the hosts of these languages.
 *
 * Hosts that came with the engine are used as they are. The others are built from Go modules, and then lie with the
 * engine in one folder, since it warns of a host that is not next to it.
 *
 * @param {import("./index").Engine} engine
 * @param {readonly import("./hosts").Language[]} languages besides Node.js
 * @param {NodeJS.ProcessEnv} [env] `ONTAP_ISCSI_ENGINE=path` and `download` forbid a build
 * @returns {Promise<import("./index").Engine>} rejects with the name of a host that cannot be had, and the ways to get it
 */
async function withLanguages(engine, languages, env = process.env) {
  const built = [];
  for (const language of languages) {
    if (!hostOf(engine, language, env)) {
      built.push(await ensureHost(engine, language, env));
    }
  }
  if (built.length === 0) {
    return engine;
  }
  const bin = await together([path.dirname(fs.realpathSync(path.join(engine.bin, "pulumi"))), ...built], env);
  return { ...engine, bin, from: "cache" };
}

/**
 * One folder with the executables of several. They are hard links where that is possible: the engine would follow a
 * symbolic one and look for its hosts there.
 *
 * @param {readonly string[]} folders
 * @param {NodeJS.ProcessEnv} env
 */
async function together(folders, env) {
  const files = folders.flatMap((folder) =>
    fs
      .readdirSync(folder)
      .filter((name) => /^pulumi(-|$)/.test(name))
      .map((name) => path.join(folder, name)),
  );
  const hash = createHash("sha256");
  for (const file of files) {
    const { mtimeMs, size } = fs.statSync(file);
    hash.update(JSON.stringify([file, mtimeMs, size]));
  }
  const entry = {
    what: "the folder of the language hosts",
    folder: path.join(cacheRoot(env), `languages-${hash.digest("hex").slice(0, 12)}`),
    problem: async (/** @type {string} */ folder) => {
      const absent = files.map((file) => path.basename(file)).find((name) => !fs.existsSync(path.join(folder, name)));
      return absent && `it has no ${absent}`;
    },
  };
  if (!(await isCached(entry))) {
    await fillCache(entry, async (folder) => {
      for (const file of files) {
        linkOrCopy(file, path.join(folder, path.basename(file)));
      }
    });
  }
  return entry.folder;
}

/**
 * @param {string} file
 * @param {string} place
 */
function linkOrCopy(file, place) {
  try {
    fs.linkSync(fs.realpathSync(file), place);
  } catch {
    fs.copyFileSync(file, place);
  }
}

module.exports = { ensureLanguages, withLanguages };
