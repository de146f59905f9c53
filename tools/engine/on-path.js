// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { findExecutable, NODE_HOST, probeEngine } = require("./probe");
const { isAtLeast, MINIMUM_VERSION } = require("./versions");

/**
 * Looks at the `pulumi` that the user's shell would run.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ bin: string, version: string } | { problem: string }>}
 */
async function findOnPath(env) {
  const pulumi = findExecutable("pulumi", env.PATH);
  if (!pulumi) {
    return { problem: "there is no `pulumi` on PATH" };
  }
  const probed = await probeEngine(pulumi, env);
  if ("problem" in probed) {
    return probed;
  }
  if (!isAtLeast(probed.version, MINIMUM_VERSION)) {
    return { problem: `${pulumi} is version ${probed.version}, and ${MINIMUM_VERSION} or later is needed` };
  }
  // The engine looks next to its real file; a link on PATH (Homebrew, for one) is elsewhere.
  const folders = [path.dirname(pulumi), path.dirname(fs.realpathSync(pulumi))];
  if (!findExecutable(NODE_HOST, [...folders, env.PATH].join(path.delimiter))) {
    return { problem: `${pulumi} has no ${NODE_HOST} next to it or on PATH` };
  }
  return { bin: path.dirname(pulumi), version: probed.version };
}

module.exports = { findOnPath };
