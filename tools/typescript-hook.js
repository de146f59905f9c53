// @ts-check

// Lets Node.js load the TypeScript of this checkout's own tools and benchmarks: `node --require` this file.

const fs = require("node:fs");
const Module = require("node:module");
const { transformSync } = require("@swc/core");

/**
 * @param {{ _compile(code: string, file: string): void }} module
 * @param {string} file
 */
function loadTypeScript(module, file) {
  const { code } = transformSync(fs.readFileSync(file, "utf8"), {
    filename: file,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs", ignoreDynamic: true },
    sourceMaps: "inline",
  });
  module._compile(code, file);
}

/** @type {Record<string, typeof loadTypeScript>} */
const extensions = Reflect.get(Module, "_extensions");
extensions[".ts"] = loadTypeScript;
