// @ts-check

const path = require("node:path");
const { engineEnvironment } = require("./index");
const { ensureProgram } = require("./program");
const { execute } = require("./process");
const { CLI_VERSION } = require("./versions");

/**
 * Pulumi's generators as a program. Hosts that can be built from Go modules cannot generate, and for Go there is none.
 *
 * @type {import("./go").GoProgram}
 */
const GENERATOR = { name: "gen-sdk", module: "gen-sdk", main: ".", version: CLI_VERSION };

/** @typedef {"python" | "nodejs" | "go"} SdkLanguage */

/**
 * True for a language whose SDK can be generated.
 *
 * @param {string} name
 * @returns {name is SdkLanguage}
 */
function isSdkLanguage(name) {
  return ["python", "nodejs", "go"].includes(name);
}

/** What the engine prints for a host that is missing, or too old to generate. */
const CANNOT_GENERATE = /GeneratePackage not implemented|no language plugin 'pulumi-language-/;

/**
 * Writes the SDK of a language for a package schema: by the engine's language host where that can, otherwise by the
 * same generators from Go modules.
 *
 * @param {import("./index").Engine} engine
 * @param {SdkLanguage} language
 * @param {string} schemaFile
 * @param {string} folder it goes into a folder below this one
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} that folder, named like the language
 */
async function generateSdk(engine, language, schemaFile, folder, env = process.env) {
  const place = path.join(folder, language);
  const byHost = await execute(
    path.join(engine.bin, "pulumi"),
    ["package", "gen-sdk", "--language", language, "--out", folder, schemaFile],
    { env: { ...engineEnvironment(engine, env), PULUMI_SKIP_UPDATE_CHECK: "true" } },
  );
  if (byHost.code === 0) {
    return place;
  }
  if (!CANNOT_GENERATE.test(byHost.stderr)) {
    throw new Error(`pulumi package gen-sdk --language ${language} failed:\n${byHost.stderr.trim()}`);
  }
  const generator = path.join(await ensureProgram(GENERATOR, env), GENERATOR.name);
  const { code, stderr } = await execute(generator, [language, schemaFile, place], { env });
  if (code !== 0) {
    throw new Error(`${GENERATOR.name} ${language} failed:\n${stderr.trim()}`);
  }
  return place;
}

module.exports = { generateSdk, isSdkLanguage };
