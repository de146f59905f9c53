// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { sourceFolder } = require("./go");
const { ensureProgram } = require("./program");
const { findExecutable } = require("./probe");
const { PYTHON_HOST_VERSION, YAML_HOST_VERSION } = require("./versions");
const { wayOf } = require("./way");

/** @typedef {"yaml" | "python"} Language */

/** @type {Record<Language, import("./go").GoProgram>} */
const HOSTS = {
  yaml: {
    name: "pulumi-language-yaml",
    module: "yaml-host",
    main: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
    version: YAML_HOST_VERSION,
    stamp: "github.com/pulumi/pulumi-yaml/pkg/version.Version",
  },
  python: {
    name: "pulumi-language-python",
    module: "python-host",
    main: "github.com/pulumi/pulumi/sdk/v3/python/cmd/pulumi-language-python",
    version: PYTHON_HOST_VERSION,
  },
};

/**
 * True for a language whose host can be made.
 *
 * @param {string} name
 * @returns {name is Language}
 */
function isLanguage(name) {
  return Object.hasOwn(HOSTS, name);
}

/** The script by which the Python host runs a program; it looks for it next to itself. */
const PYTHON_SCRIPT = "pulumi-language-python-exec";

/**
 * The language's host that comes with an engine: every official release has all of them.
 *
 * @param {import("./index").Engine} engine
 * @param {string} language
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
function hostOf(engine, language, env) {
  const folders = [engine.bin, path.dirname(fs.realpathSync(path.join(engine.bin, "pulumi")))];
  const others = engine.from === "path" && env.PATH ? [env.PATH] : [];
  return findExecutable(`pulumi-language-${language}`, [...folders, ...others].join(path.delimiter));
}

/**
 * A host built from Go modules, kept in the cache.
 *
 * @param {import("./index").Engine} engine what the host is for, named when it cannot be had
 * @param {Language} language
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} its folder
 */
async function ensureHost(engine, language, env) {
  const host = HOSTS[language];
  const way = wayOf(env);
  if (way === "path" || way === "download") {
    throw missing(engine, host.name, `ONTAP_ISCSI_ENGINE=${way} forbids a build`);
  }
  try {
    return await ensureProgram(host, env, language === "python" ? copyPythonScript : undefined);
  } catch (error) {
    throw missing(engine, host.name, error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
async function copyPythonScript(folder, env) {
  const sdk = await sourceFolder(HOSTS.python.module, "github.com/pulumi/pulumi/sdk/v3", env);
  const place = path.join(folder, PYTHON_SCRIPT);
  fs.copyFileSync(path.join(sdk, "python", "cmd", PYTHON_SCRIPT), place);
  fs.chmodSync(place, 0o755);
}

/**
 * @param {import("./index").Engine} engine
 * @param {string} name
 * @param {string} reason
 */
function missing({ bin, version }, name, reason) {
  return new Error(`No ${name} for Pulumi ${version} in ${bin}: ${reason}
Two ways to get it:
  1. install the official Pulumi CLI, which brings it: https://www.pulumi.com/docs/install/;
  2. install Go (https://go.dev/doc/install) and run this again: it is then built from Go modules.`);
}

module.exports = { ensureHost, hostOf, isLanguage };
