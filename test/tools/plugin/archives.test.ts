import { chmodSync, cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { list } from "tar";
import { version } from "../../../package.json";
import { archivesOf } from "../../../tools/plugin/archives";
import { CHECKOUT } from "../../checkout";

const PROGRAM = "pulumi-resource-ontap-iscsi";

interface Listed {
  readonly name: string;
  readonly mode: string;
  readonly owner: readonly [number | undefined, number | undefined];
  readonly time: number | undefined;
  readonly text: string;
}

describe("archives of the plugin", () => {
  const folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-archives-"));
  const archives = archivesOf(join(CHECKOUT, "plugin"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What is in the archive of that system. */
  async function contents(system: string): Promise<Listed[]> {
    const file = join(folder, "archive.tar.gz");
    writeFileSync(file, archives.find(({ name }) => name.includes(system))?.bytes ?? "");
    const listed: Listed[] = [];
    await list({
      file,
      onReadEntry: (entry) => {
        const chunks: Buffer[] = [];
        entry.on("data", (chunk) => chunks.push(chunk));
        entry.on("end", () => {
          const { path: name, mode = 0, uid, gid, mtime } = entry;
          const text = Buffer.concat(chunks).toString();
          listed.push({ name, mode: mode.toString(8), owner: [uid, gid], time: mtime?.getTime(), text });
        });
      },
    });
    return listed;
  }

  it("are there for every system, under the names by which the engine asks for them", () => {
    expect(archives.map(({ name }) => name)).toEqual(
      ["linux", "darwin", "windows"].flatMap((system) =>
        ["amd64", "arm64"].map((processor) => `${PROGRAM}-v${version}-${system}-${processor}.tar.gz`),
      ),
    );
  });

  it.each(["linux", "darwin"])("hold what %s starts, the plugin, and its schema", async (system) => {
    const listed = await contents(system);
    expect(listed.map(({ name, mode }) => `${mode} ${name}`)).toEqual([
      "644 main.js",
      "644 package.json",
      `755 ${PROGRAM}`,
      "644 schema.json",
    ]);
    expect(listed[2]?.text).toBe('#!/usr/bin/env node\nrequire("./main.js");\n');
  });

  it("hold a command file for Windows, where the engine starts no other script", async () => {
    const listed = await contents("windows");
    expect(listed.map(({ name }) => name)).toEqual(["main.js", "package.json", `${PROGRAM}.cmd`, "schema.json"]);
    expect(listed[2]?.text).toBe('@node "%~dp0main.js" %*\r\n');
  });

  it("tell nothing of who made them, when and where", async () => {
    for (const { owner, time } of await contents("linux")) {
      expect({ owner, time }).toEqual({ owner: [undefined, undefined], time: 0 });
    }
    for (const { bytes } of archives) {
      expect(Buffer.from(bytes.subarray(0, 10)).toString("hex")).toBe("1f8b0800000000000003");
      expect(gunzipSync(bytes).length % 512).toBe(0);
    }
  });

  it("are the same byte for byte from another folder, with files of other times and modes", () => {
    const copy = join(folder, "elsewhere", "plugin");
    cpSync(join(CHECKOUT, "plugin"), copy, { recursive: true });
    utimesSync(join(copy, "main.js"), 1_000_000_000, 1_000_000_000);
    chmodSync(join(copy, "schema.json"), 0o600);
    const others = archivesOf(copy);
    expect(others.map(({ name }) => name)).toEqual(archives.map(({ name }) => name));
    expect(others.every(({ bytes }, n) => Buffer.from(bytes).equals(archives[n]?.bytes ?? Buffer.of()))).toBe(true);
  });
});
