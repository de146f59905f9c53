// @ts-check

// Preloaded into the Node.js processes of a stack whose providers a proof is to end: each leaves its number and its script
// in a folder.

const { writeFileSync } = require("node:fs");
const { join } = require("node:path");

const folder = process.env.PROOF_PROCESSES;
if (folder !== undefined) {
  writeFileSync(join(folder, String(process.pid)), process.argv[1] ?? "");
}
