// @ts-check

const path = require("node:path");
const { cacheRoot, fillCache, isCached } = require("./cache");
const { buildProgram } = require("./go");
const { hashOfModules } = require("./modules");
const { hostRuns } = require("./probe");
const { BUILD_ENVIRONMENT, buildArguments } = require("./recipe");

/**
 * A program built from Go modules, in a folder of its own in the cache; built only if it is not there.
 *
 * @param {import("./go").GoProgram} program
 * @param {NodeJS.ProcessEnv} env
 * @param {(folder: string, env: NodeJS.ProcessEnv) => Promise<void>} [complete] adds what else belongs into the folder
 * @returns {Promise<string>} the folder
 */
async function ensureProgram(program, env, complete = async () => {}) {
  const entry = programEntry(program, env);
  if (!(await isCached(entry))) {
    await fillCache(entry, async (folder) => {
      await buildProgram(program, folder, env);
      await complete(folder, env);
    });
  }
  return entry.folder;
}

/**
 * @param {import("./go").GoProgram} program
 * @param {NodeJS.ProcessEnv} env
 * @returns {import("./cache").Entry}
 */
function programEntry(program, env) {
  const { name, module, version, stamp } = program;
  const recipe = JSON.stringify([program, buildArguments(version, stamp), BUILD_ENVIRONMENT]);
  const key = [name, version, "build", process.platform, process.arch, hashOfModules(recipe, [module])];
  return {
    what: name,
    folder: path.join(cacheRoot(env), key.join("-")),
    problem: async (folder) => ((await hostRuns(path.join(folder, name), env)) ? undefined : `${name} does not run`),
  };
}

module.exports = { ensureProgram };
