// @ts-check

// Runs one of the npm commands on a checkout that may be fresh: until dependencies are installed, nothing but Node's
// own modules and the files of tools/ may be loaded.

const { ensureInstalled } = require("./bootstrap/install");
const { StepFailed } = require("./bootstrap/run");

const OLDEST_NODE = 20;

/** @typedef {(args: string[]) => Promise<void>} Command resolves when all is well */

/** @type {Record<string, () => Command>} */
const COMMANDS = {
  bench: () => require("./commands/bench").bench,
  build: () => require("./bootstrap/build").build,
  demo: () => require("./commands/demo").demo,
  engine: () => require("./commands/engine").engine,
  generate: () => require("./commands/generate").generate,
  lint: () => require("./commands/lint").lint,
  plugin: () => require("./commands/plugin").plugin,
  prepare: () => require("./commands/prepare").prepare,
  proof: () => require("./commands/proof").proof,
  sdk: () => require("./commands/sdk").sdk,
  simulate: () => require("./commands/simulate").simulate,
  test: () => require("./commands/test").test,
  "test:languages": () => require("./commands/test").testLanguages,
  "test:matrix": () => require("./commands/test").testMatrix,
  "test:unit": () => require("./commands/test").testUnit,
};

/**
 * @param {string | undefined} name
 * @param {string[]} args
 */
async function main(name, args) {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new Error(`Node.js ${OLDEST_NODE} or later is needed; this is ${process.version}`);
  }
  const load = COMMANDS[name ?? ""];
  if (!load) {
    throw new Error(`usage: node tools/run.js ${Object.keys(COMMANDS).join("|")} [ARGUMENT]...`);
  }
  // npm itself runs `prepare`, as the last step of an installation.
  if (name !== "prepare") {
    await ensureInstalled();
  }
  await load()(args);
}

const [name, ...args] = process.argv.slice(2);
main(name, args).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = error instanceof StepFailed ? error.exitCode : 1;
});
