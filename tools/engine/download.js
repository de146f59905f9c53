// @ts-check

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { Transform } = require("node:stream");
const { pipeline } = require("node:stream/promises");
const { isNativeError } = require("node:util/types");
const { progress } = require("../progress");
const { execute } = require("./process");
const { CLI_VERSION } = require("./versions");

/** Where Pulumi publishes its releases. */
const RELEASES = "https://get.pulumi.com/releases/sdk";

/** How long the site may keep silent, before the first byte or between two. */
const SILENCE_MS = 4_000;

const PLATFORMS = new Map([
  ["linux", "linux"],
  ["darwin", "darwin"],
]);
const ARCHITECTURES = new Map([
  ["x64", "x64"],
  ["arm64", "arm64"],
]);

/**
 * Downloads the official release and unpacks it, once it matches the checksum published with it.
 *
 * @param {string} folder where the binaries go
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [releases] the site, for tests
 */
async function downloadEngine(folder, env, releases = RELEASES) {
  const platform = PLATFORMS.get(process.platform);
  const architecture = ARCHITECTURES.get(process.arch);
  if (!platform || !architecture) {
    throw new Error(`no release can be unpacked for ${process.platform}-${process.arch}`);
  }
  const archive = `pulumi-v${CLI_VERSION}-${platform}-${architecture}.tar.gz`;
  progress(`Downloading ${archive} from ${releases}`);
  const expected = checksumOf(archive, await fetchText(`${releases}/pulumi-${CLI_VERSION}-checksums.txt`));
  const file = path.join(folder, archive);
  const actual = await fetchFile(`${releases}/${archive}`, file);
  if (actual !== expected) {
    throw new Error(`${archive} does not match its published checksum`);
  }
  const { code, stderr } = await execute("tar", ["-xzf", file, "--strip-components=1", "-C", folder], { env });
  if (code !== 0) {
    throw new Error(`cannot unpack ${archive}: ${stderr.trim()}`);
  }
  await fs.promises.rm(file);
}

/**
 * @param {string} archive
 * @param {string} list lines of a SHA-256 and a file name
 */
function checksumOf(archive, list) {
  const entry = list
    .split("\n")
    .map((line) => line.trim().split(/\s+\*?/))
    .find(([, name]) => name === archive);
  if (!entry?.[0]) {
    throw new Error(`the published checksums do not name ${archive}`);
  }
  return entry[0].toLowerCase();
}

/** @param {string} url */
async function fetchText(url) {
  const chunks = [];
  for await (const chunk of await open(url)) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * @param {string} url
 * @param {string} file
 * @returns {Promise<string>} the SHA-256 of what came
 */
async function fetchFile(url, file) {
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(await open(url), hashing, fs.createWriteStream(file));
  return hash.digest("hex");
}

/**
 * The body of a reply, broken off when the site falls silent.
 *
 * @param {string} url
 * @returns {Promise<AsyncGenerator<Uint8Array>>}
 */
async function open(url) {
  const silence = new AbortController();
  const watch = setTimeout(
    () => silence.abort(new Error(`no answer for ${SILENCE_MS / 1000} s from ${url}`)),
    SILENCE_MS,
  );
  const reply = await fetch(url, { signal: silence.signal }).catch((error) => {
    clearTimeout(watch);
    throw isNativeError(error.cause) ? error.cause : error;
  });
  if (!reply.ok || !reply.body) {
    clearTimeout(watch);
    throw new Error(`${url} answered ${reply.status}`);
  }
  return watched(reply.body, watch);
}

/**
 * @param {ReadableStream<Uint8Array>} body
 * @param {NodeJS.Timeout} watch
 */
async function* watched(body, watch) {
  try {
    for await (const chunk of body) {
      watch.refresh();
      yield chunk;
    }
  } finally {
    clearTimeout(watch);
  }
}

module.exports = { downloadEngine };
