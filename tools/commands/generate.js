// @ts-check

const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { root } = require("../bootstrap/root");
const { progress } = require("../progress");

/** Writes what follows from the declarations of records and resources. */
async function generate() {
  writeStale(root);
}

/** @param {string} folder */
function writeStale(folder) {
  for (const { file, text } of staleFiles(folder)) {
    const place = path.join(folder, file);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, text);
    progress(`Wrote ${file}`);
  }
}

/** Fails where a declaration has changed since `npm run generate`, or a generated file was changed by hand. */
async function checkGenerated(folder = root) {
  const stale = staleFiles(folder).map(({ file }) => `${file} is stale: run npm run generate`);
  if (stale.length > 0) {
    throw new Error(stale.join("\n"));
  }
}

/**
 * @param {string} folder
 * @returns {{ file: string, text: string }[]}
 */
function staleFiles(folder) {
  require("../typescript-hook");
  const { outputs } = require("../generate/outputs");
  return outputs
    .map(({ file, text }) => ({ file, text: formatted(file, text()) }))
    .filter(({ file, text }) => {
      const place = path.join(folder, file);
      return !fs.existsSync(place) || fs.readFileSync(place, "utf8") !== text;
    });
}

/**
 * @param {string} file
 * @param {string} text
 */
function formatted(file, text) {
  if (!/\.(ts|json)$/.test(file)) {
    return text;
  }
  const biome = require.resolve("@biomejs/biome/bin/biome");
  const options = { cwd: root, input: text, encoding: /** @type {const} */ ("utf8") };
  // Only --unsafe takes out imports that nothing uses.
  const args = [biome, "check", "--write", "--unsafe", `--stdin-file-path=${file}`];
  return execFileSync(process.execPath, args, options);
}

module.exports = { checkGenerated, generate, writeStale };
