// @ts-check

// Loaded by the dynamic host of the model test. The engine starts a process for every phase of every run; what such a
// process has of its own is the provider's modules and the environment. Here both are made again without a process, so
// that thousands of phases can be run.

const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { compileFunction, constants } = require("node:vm");

/** The build's provider as one script, and the path from which it requires other packages. */
const { PROOF_BUNDLE: bundle = "", PROOF_ENTRY: entry = "" } = process.env;

const evaluate = compileFunction(readFileSync(bundle, "utf8"), ["exports", "require", "module"], {
  // From here also what is imported late is resolved.
  filename: entry,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
const requireAsBuild = createRequire(entry);
const { log, error } = console;

/** @typedef {Record<string, (...args: unknown[]) => unknown>} Provider */

/** @type {Record<string, Provider>} */
let providers = {};
/** @type {unknown} */
let configuration;
/** @type {string[]} */
let variables = [];

/** @param {Record<string, string>} env */
function startAgain(env) {
  for (const name of variables) {
    delete process.env[name];
  }
  variables = Object.keys(env);
  Object.assign(process.env, env);
  // A provider may wrap these; wrappers would pile up.
  Object.assign(console, { log, error });
  const module = { exports: {} };
  evaluate(module.exports, requireAsBuild, module);
  providers = module.exports;
  for (const provider of Object.values(providers)) {
    provider.configure?.(configuration);
  }
}

/** @param {string} type */
function providerOf(type) {
  const methods = ["check", "diff", "create", "read", "update", "delete"];
  return Object.fromEntries(
    methods.map((method) => [method, (/** @type {unknown[]} */ ...args) => providers[type]?.[method]?.(...args)]),
  );
}

module.exports = {
  /** Its check ends the process, as it were, and starts another with these variables. */
  control: {
    /** @param {unknown} request */
    configure: (request) => {
      configuration = request;
      return Promise.resolve();
    },
    /**
     * @param {unknown} _olds
     * @param {{ env: Record<string, string> }} news
     */
    check: (_olds, news) => {
      startAgain(news.env);
      return Promise.resolve({ inputs: {}, failures: [] });
    },
  },
  IscsiService: providerOf("IscsiService"),
  IscsiCredentials: providerOf("IscsiCredentials"),
};
