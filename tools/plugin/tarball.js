// @ts-check

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { gzipSync } = require("fflate");
const tar = require("tar");

/** Of every entry: an archive tells what is in it, not when it was made. */
const WRITTEN_AT = new Date(0);

/**
 * A file of an archive.
 *
 * @typedef {object} Entry
 * @property {string} name
 * @property {string | Buffer} content
 * @property {boolean} [executable]
 */

/**
 * Packs files as a `.tar.gz` whose bytes follow from names, contents and modes alone: not from time, user, umask,
 * system or the version of Node.js, with which its own compression varies.
 *
 * @param {Entry[]} entries
 * @returns {Uint8Array}
 */
function tarball(entries) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ontap-iscsi-archive-"));
  try {
    const content = path.join(folder, "content");
    fs.mkdirSync(content);
    for (const { name, content: text } of entries) {
      fs.writeFileSync(path.join(content, name), text);
    }
    const executables = new Set(entries.filter(({ executable }) => executable).map(({ name }) => name));
    const file = path.join(folder, "archive.tar");
    tar.create(
      {
        file,
        cwd: content,
        sync: true,
        portable: true,
        mtime: WRITTEN_AT,
        onWriteEntry: ({ path: name, stat }) => {
          if (stat) {
            stat.mode = executables.has(name) ? 0o755 : 0o644;
          }
        },
      },
      entries.map(({ name }) => name).sort(),
    );
    return gzipSync(fs.readFileSync(file), { mtime: 0 });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { tarball };
