// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { root } = require("../bootstrap/root");

/** A file that grows past this has two ideas in it. */
const LONGEST = 300;

const FOLDERS = ["bench", "bin", "cli", "examples", "provider", "sdk", "simulator", "test", "tools"];

async function checkLengths() {
  const tooLong = FOLDERS.flatMap((folder) => sourcesIn(path.join(root, folder)))
    .map((file) => ({ file, lines: fs.readFileSync(file, "utf8").split("\n").length - 1 }))
    .filter(({ lines }) => lines > LONGEST)
    .map(({ file, lines }) => `${path.relative(root, file)} has ${lines} lines; ${LONGEST} are the most`);
  if (tooLong.length > 0) {
    throw new Error(tooLong.join("\n"));
  }
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function sourcesIn(folder) {
  if (!fs.existsSync(folder)) {
    return [];
  }
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      return entry.name === "node_modules" ? [] : sourcesIn(place);
    }
    return /\.[jt]s$/.test(entry.name) ? [place] : [];
  });
}

module.exports = { checkLengths };
