// @ts-check

const { createHash, randomUUID } = require("node:crypto");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { withLock } = require("../lock");
const { progress } = require("../progress");
const { hostRuns, NODE_HOST, probeEngine } = require("./probe");
const { RECIPE } = require("./recipe");
const { CLI_VERSION } = require("./versions");

/** The ways that end in the cache. @typedef {"download" | "build"} Way */

/** The pinned modules of a build, which are part of its recipe. */
const MODULE_FILES = ["cli", "node-host"].flatMap((module) =>
  ["go.mod", "go.sum", "tools.go"].map((file) => `${module}/${file}`),
);

/** @param {NodeJS.ProcessEnv} env */
function cacheRoot(env) {
  // The XDG rules say that a relative path is invalid and to be ignored.
  const given = env.XDG_CACHE_HOME;
  const base = given && path.isAbsolute(given) ? given : path.join(env.HOME || os.homedir(), ".cache");
  return path.join(base, "pulumi-ontap-iscsi", "engine");
}

/**
 * The folder where the engine of one way lies, or will lie.
 *
 * @param {Way} way
 * @param {NodeJS.ProcessEnv} env
 */
function entryFolder(way, env) {
  const key = [CLI_VERSION, way, process.platform, process.arch];
  if (way === "build") {
    const hash = createHash("sha256").update(RECIPE);
    for (const file of MODULE_FILES) {
      hash.update(fs.readFileSync(path.join(__dirname, file)));
    }
    key.push(hash.digest("hex").slice(0, 12));
  }
  return path.join(cacheRoot(env), key.join("-"));
}

/**
 * Why an entry cannot be used, or undefined for one that can.
 *
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>}
 */
async function problemWith(folder, env) {
  const probed = await probeEngine(path.join(folder, "pulumi"), env);
  if ("problem" in probed) {
    return probed.problem;
  }
  if (probed.version !== CLI_VERSION) {
    return `it is version ${probed.version}, not ${CLI_VERSION}`;
  }
  if (!(await hostRuns(path.join(folder, NODE_HOST), env))) {
    return `its ${NODE_HOST} does not run`;
  }
  return undefined;
}

/**
 * The engine an earlier run left in the cache, if it can be used.
 *
 * @param {Way} way
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>} its folder
 */
async function findCached(way, env) {
  const folder = entryFolder(way, env);
  if (!fs.existsSync(folder)) {
    return undefined;
  }
  const problem = await problemWith(folder, env);
  if (!problem) {
    return folder;
  }
  progress(`The engine in the cache cannot be used and is made again: ${problem}`);
  return undefined;
}

/**
 * Makes an entry, or uses the one that another process made meanwhile. It is made in a folder next to its place and
 * moved there at once, so that no process ever sees half an engine.
 *
 * @param {Way} way
 * @param {NodeJS.ProcessEnv} env
 * @param {(folder: string) => Promise<void>} make fills the empty folder it is given
 * @returns {Promise<{ folder: string, made: boolean }>}
 */
async function fillCache(way, env, make) {
  const folder = entryFolder(way, env);
  const onWait = () => progress("Another run is preparing the Pulumi engine; waiting for it");
  return withLock(
    `${folder}.lock`,
    async () => {
      if (await findCached(way, env)) {
        return { folder, made: false };
      }
      const draft = `${folder}.${randomUUID()}`;
      await fs.promises.mkdir(draft);
      try {
        await make(draft);
        const problem = await problemWith(draft, env);
        if (problem) {
          throw new Error(problem);
        }
        await putInPlace(draft, folder);
      } finally {
        await fs.promises.rm(draft, { recursive: true, force: true });
      }
      return { folder, made: true };
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

module.exports = { cacheRoot, entryFolder, fillCache, findCached };
