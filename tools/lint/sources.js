// @ts-check

const fs = require("node:fs");
const path = require("node:path");

/**
 * The TypeScript and JavaScript files below a folder, without what is installed in it.
 *
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

module.exports = { sourcesIn };
