// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { progress } = require("../progress");
const { findExecutable, NODE_HOST } = require("./probe");
const { execute } = require("./process");
const { CLI_VERSION, NODE_HOST_VERSION } = require("./versions");

/** Each binary has a Go module of its own, since the CLI and the last published language host need different SDKs. */
const BINARIES = [
  { name: "pulumi", module: "cli", main: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", version: CLI_VERSION },
  {
    name: NODE_HOST,
    module: "node-host",
    main: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
    version: NODE_HOST_VERSION,
  },
];

/**
 * Builds the engine from Go modules whose checksums are pinned in this folder.
 *
 * @param {string} folder where the binaries go
 * @param {NodeJS.ProcessEnv} env
 */
async function buildEngine(folder, env) {
  const go = findExecutable("go", env.PATH);
  if (!go) throw new Error("a build needs Go, and there is no `go` on PATH");
  for (const { name, module, main, version } of BINARIES) {
    progress(`Building ${name} ${version} from Go modules (the first time takes minutes)`);
    const stamp = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version}`;
    const args = ["build", "-mod=readonly", "-trimpath", "-tags", "osusergo,grpcnotrace", "-ldflags", `-w -s ${stamp}`];
    const { code, stderr } = await execute(go, [...args, "-o", path.join(folder, name), main], {
      cwd: path.join(__dirname, module),
      env: { ...env, CGO_ENABLED: "0" },
    });
    if (code !== 0) throw new Error(`go build of ${name} failed:\n${lastLines(stderr, 10)}`);
  }
  copyDynamicPlugin(folder);
}

/**
 * The engine looks for the plugin that runs dynamic providers beside itself; the Node.js SDK carries a copy.
 *
 * @param {string} folder
 */
function copyDynamicPlugin(folder) {
  const sdk = path.dirname(require.resolve("@pulumi/pulumi/package.json"));
  const name = "pulumi-resource-pulumi-nodejs";
  fs.copyFileSync(path.join(sdk, name), path.join(folder, name));
  fs.chmodSync(path.join(folder, name), 0o755);
}

/**
 * @param {string} text
 * @param {number} count
 */
function lastLines(text, count) {
  return text.trim().split("\n").slice(-count).join("\n");
}

module.exports = { buildEngine };
