// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { tarball } = require("./tarball");

/** `package.json` is there so that one further up, of another project, cannot make ES modules of the others. */
const FILES = ["main.js", "package.json", "schema.json"];

const PROGRAM = "pulumi-resource-ontap-iscsi";

/** What the engine starts, by what it calls the system; on Windows it looks for `.exe` and `.cmd` alone. */
const STARTERS = [
  {
    systems: ["linux", "darwin"],
    file: { name: PROGRAM, content: '#!/usr/bin/env node\nrequire("./main.js");\n', executable: true },
  },
  { systems: ["windows"], file: { name: `${PROGRAM}.cmd`, content: '@node "%~dp0main.js" %*\r\n' } },
];

const PROCESSORS = ["amd64", "arm64"];

/**
 * The archives of the built plugin that `pulumi plugin install` takes, one per system and processor. All hold the same
 * JavaScript, run by the Node.js on PATH.
 *
 * @param {string} plugin the folder `plugin/` of a checkout
 * @returns {{ name: string, bytes: Uint8Array }[]}
 */
function archivesOf(plugin) {
  const files = FILES.map((name) => ({ name, content: fs.readFileSync(path.join(plugin, name)) }));
  /** @type {{ version: string }} */
  const { version } = JSON.parse(fs.readFileSync(path.join(plugin, "package.json"), "utf8"));
  return STARTERS.flatMap(({ systems, file }) => {
    const bytes = tarball([...files, file]);
    const names = systems.flatMap((system) => PROCESSORS.map((processor) => `${system}-${processor}`));
    return names.map((name) => ({ name: `${PROGRAM}-v${version}-${name}.tar.gz`, bytes }));
  });
}

module.exports = { archivesOf };
