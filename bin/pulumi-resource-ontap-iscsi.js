#!/usr/bin/env node
const { existsSync } = require("node:fs");
const { resolve } = require("node:path");

const plugin = resolve(__dirname, "../plugin/main.js");
if (existsSync(plugin)) {
  require(plugin);
} else {
  process.stderr.write(`The provider plugin is not built: ${plugin} is missing. Run npm run build in the checkout.\n`);
  process.exitCode = 1;
}
