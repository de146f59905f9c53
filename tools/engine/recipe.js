// @ts-check

const { NODE_HOST } = require("./probe");
const { CLI_VERSION, NODE_HOST_VERSION } = require("./versions");

/**
 * What is built, from the module in which folder. Two modules, because the CLI and the last published language host
 * need different SDKs.
 */
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
 * Arguments of `go` up to the output; those of the official release.
 *
 * @param {string} version stamped into the binary, which has no other source for it
 * @param {string} [variable] the one that holds it
 */
function buildArguments(version, variable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version") {
  const stamp = `-w -s -X ${variable}=v${version}`;
  return ["build", "-mod=readonly", "-trimpath", "-tags", "osusergo,grpcnotrace", "-ldflags", stamp];
}

/** A C compiler must not be needed, nor make a difference. */
const BUILD_ENVIRONMENT = { CGO_ENABLED: "0" };

/** All that decides what a build gives, for the key of the cache. */
const RECIPE = JSON.stringify([BINARIES.map((binary) => [binary, buildArguments(binary.version)]), BUILD_ENVIRONMENT]);

module.exports = { BINARIES, BUILD_ENVIRONMENT, buildArguments, RECIPE };
