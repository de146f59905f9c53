// @ts-check

const { runScript, StepFailed } = require("../bootstrap/run");
const { ensureBuilt } = require("../bootstrap/build");
const { checkLengths } = require("../lint/file-length");
const { checkPackage } = require("../lint/package");
const { progress } = require("../progress");

/** @type {[what: string, check: () => Promise<void>][]} */
const CHECKS = [
  [
    "Format, lint rules and imports between folders (biome)",
    () => runScript("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings", "."]),
  ],
  ["Types, tests and tools included (tsc)", () => runScript("typescript/bin/tsc", ["--noEmit", "-p", "tsconfig.json"])],
  ["Files and exports that nothing uses (knip)", () => runScript("knip/bin/knip.js", [])],
  ["Length of files", checkLengths],
  ["Documentation of every export (typedoc)", () => runScript("typedoc/bin/typedoc", ["--emit", "none"])],
  ["The package as users get it (publint, are the types wrong)", checkPackage],
];

/** Runs every check even when one fails, so that one run shows all there is to mend. */
async function lint() {
  await ensureBuilt();
  let failed = 0;
  for (const [what, check] of CHECKS) {
    progress(what);
    try {
      await check();
    } catch (error) {
      if (!(error instanceof StepFailed)) process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
      failed += 1;
    }
  }
  if (failed > 0) throw new Error(`${failed} of ${CHECKS.length} checks failed`);
}

module.exports = { lint };
