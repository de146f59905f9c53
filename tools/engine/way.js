// @ts-check

/**
 * The one way to an engine that the user allows, or undefined for all.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function wayOf(env) {
  const way = env.ONTAP_ISCSI_ENGINE;
  if (!way || ["path", "download", "build"].includes(way)) {
    return way;
  }
  throw new Error(`ONTAP_ISCSI_ENGINE is ${JSON.stringify(way)}; it may be path, download or build`);
}

module.exports = { wayOf };
