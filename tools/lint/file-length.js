// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { root } = require("../bootstrap/root");
const { sourcesIn } = require("./sources");

/** A file that grows past this has two ideas in it. */
const LONGEST = 300;

const FOLDERS = ["bench", "bin", "cli", "examples", "proof", "provider", "sdk", "simulator", "test", "tools"];

async function checkLengths() {
  const tooLong = FOLDERS.flatMap((folder) => sourcesIn(path.join(root, folder)))
    .map((file) => ({ file, lines: fs.readFileSync(file, "utf8").split("\n").length - 1 }))
    .filter(({ lines }) => lines > LONGEST)
    .map(({ file, lines }) => `${path.relative(root, file)} has ${lines} lines; ${LONGEST} are the most`);
  if (tooLong.length > 0) {
    throw new Error(tooLong.join("\n"));
  }
}

module.exports = { checkLengths };
