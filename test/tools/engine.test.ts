import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engineEnvironment, ensureEngine, findEngine } from "../../tools/engine";
import { entryFolder } from "../../tools/engine/entry";
import { CLI_VERSION } from "../../tools/engine/versions";
import { ReleaseSite } from "./release-site";
import { Scratch } from "./scratch";

describe("the Pulumi engine", () => {
  let scratch: Scratch;
  let site: ReleaseSite;
  beforeEach(async () => {
    scratch = new Scratch();
    site = await ReleaseSite.start();
    jest.spyOn(process.stderr, "write").mockReturnValue(true);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await site.stop();
    scratch.dispose();
  });
  const ensure = (over: NodeJS.ProcessEnv = {}) => ensureEngine(scratch.env(over), { releases: site.url });
  const builds = () => readFileSync(join(scratch.root, "builds"), "utf8").length / 2;

  describe("on PATH", () => {
    it("is taken first, as it is", async () => {
      scratch.engine("3.254.0");
      scratch.engine(CLI_VERSION, entryFolder("build", scratch.env()));
      const engine = await ensure();
      expect(engine).toEqual({ bin: scratch.bin, version: "3.254.0", from: "path" });
      expect(engineEnvironment(engine, scratch.env())).toEqual(scratch.env());
      expect(site.requests).toEqual([]);
    });

    it("is accepted as a link to where it was installed, its language host beside the real file", async () => {
      const installed = join(scratch.root, "installed");
      scratch.engine("4.0.0", installed);
      symlinkSync(join(installed, "pulumi"), join(scratch.bin, "pulumi"));
      expect(await ensure()).toEqual({ bin: scratch.bin, version: "4.0.0", from: "path" });
    });

    it.each([
      ["an old version", () => scratch.engine("3.253.9"), "version 3.253.9, and 3.254.0 or later is needed"],
      ["no language host", () => scratch.script("pulumi", "echo v3.300.0"), "no pulumi-language-nodejs next to it"],
      ["no version", () => scratch.script("pulumi", "echo broken >&2; exit 1"), "gave no version: broken"],
    ])("is passed over with %s, and the reason is told", async (_, prepare, reason) => {
      prepare();
      await expect(ensure({ ONTAP_ISCSI_ENGINE: "path" })).rejects.toThrow(reason);
      scratch.engine(CLI_VERSION, entryFolder("build", scratch.env()));
      expect(await ensure()).toMatchObject({ from: "cache" });
    });
  });

  describe("in the cache", () => {
    it("is used before anything is fetched or built, the official release first", async () => {
      scratch.go(CLI_VERSION);
      scratch.engine(CLI_VERSION, entryFolder("build", scratch.env()));
      expect(await ensure()).toMatchObject({ from: "cache", bin: entryFolder("build", scratch.env()) });
      scratch.engine(CLI_VERSION, entryFolder("download", scratch.env()));
      const engine = await ensure();
      expect(engine).toEqual({ from: "cache", version: CLI_VERSION, bin: entryFolder("download", scratch.env()) });
      expect(engineEnvironment(engine, scratch.env()).PATH).toMatch(`${engine.bin}:${scratch.bin}:`);
      expect(existsSync(join(scratch.root, "builds"))).toBe(false);
      expect(site.requests).toEqual([]);
    });

    it.each([
      ["of another version", (folder: string) => scratch.engine("3.255.0", folder)],
      ["that does not run", (folder: string) => scratch.script("pulumi", "exit 1", folder)],
      ["without a language host", (folder: string) => scratch.script("pulumi", `echo v${CLI_VERSION}`, folder)],
      ["that is cut off", cutOff],
    ])("is made again when it holds an engine %s", async (_, spoil) => {
      const folder = entryFolder("build", scratch.env());
      spoil(folder);
      scratch.go(CLI_VERSION);
      expect(await ensure({ ONTAP_ISCSI_ENGINE: "build" })).toMatchObject({ from: "build", bin: folder });
      expect(await findEngine(scratch.env())).toMatchObject({ from: "cache", bin: folder });
      expect(readdirSync(join(folder, "..")).length).toBe(1);
    });
  });

  describe("is downloaded", () => {
    it("from the official releases, checked against their checksums", async () => {
      site.publish((folder) => scratch.engine(CLI_VERSION, folder));
      expect(await ensure()).toMatchObject({ from: "download", bin: entryFolder("download", scratch.env()) });
      expect(await ensure()).toMatchObject({ from: "cache" });
      expect(site.requests.length).toBe(2);
    });

    it("and refused when it does not match its checksum", async () => {
      site.publish((folder) => scratch.engine(CLI_VERSION, folder), { checksum: "0".repeat(64) });
      const forced = ensure({ ONTAP_ISCSI_ENGINE: "download" });
      await expect(forced).rejects.toThrow("does not match its published checksum");
      expect(await findEngine(scratch.env())).toBeUndefined();
    });

    it("or else built, soon, when the site keeps silent", async () => {
      site.silence();
      scratch.go(CLI_VERSION);
      const startedAt = Date.now();
      expect(await ensure()).toMatchObject({ from: "build" });
      expect(Date.now() - startedAt).toBeLessThan(10_000);
    });
  });

  describe("is built", () => {
    it("with its language host and the SDK's plugin for dynamic providers beside it", async () => {
      scratch.go(CLI_VERSION);
      const { bin, from } = await ensure();
      expect(from).toBe("build");
      expect(readdirSync(bin).sort()).toEqual(["pulumi", "pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"]);
    });

    it("once, when several runs need it at the same time", async () => {
      scratch.go(CLI_VERSION, 0.3);
      const engines = await Promise.all([1, 2, 3].map(() => ensure({ ONTAP_ISCSI_ENGINE: "build" })));
      expect(engines.map(({ from }) => from).sort()).toEqual(["build", "cache", "cache"]);
      expect(builds()).toBe(2);
    });

    it("and its failure tells what the compiler said, leaving nothing behind", async () => {
      scratch.script("go", "echo 'cannot find module' >&2; exit 1");
      await expect(ensure({ ONTAP_ISCSI_ENGINE: "build" })).rejects.toThrow("cannot find module");
      expect(readdirSync(join(scratch.cache, "pulumi-ontap-iscsi", "engine"))).toEqual([]);
    });
  });

  describe("ONTAP_ISCSI_ENGINE", () => {
    it.each(["download", "build"])(
      "set to %s forbids the one on PATH, and what another way left in the cache",
      async (way) => {
        scratch.engine("3.300.0");
        scratch.engine(CLI_VERSION, entryFolder(way === "build" ? "download" : "build", scratch.env()));
        expect(await findEngine(scratch.env({ ONTAP_ISCSI_ENGINE: way }))).toBeUndefined();
        await expect(ensure({ ONTAP_ISCSI_ENGINE: way })).rejects.toThrow(/^No Pulumi engine/);
      },
    );

    it("set to path forbids the cache, the download and the build", async () => {
      scratch.engine(CLI_VERSION, entryFolder("build", scratch.env()));
      site.publish((folder) => scratch.engine(CLI_VERSION, folder));
      scratch.go(CLI_VERSION);
      await expect(ensure({ ONTAP_ISCSI_ENGINE: "path" })).rejects.toThrow("there is no `pulumi` on PATH");
      expect(site.requests).toEqual([]);
      expect(existsSync(join(scratch.root, "builds"))).toBe(false);
    });

    it("set to anything else is an error", async () => {
      await expect(ensure({ ONTAP_ISCSI_ENGINE: "brew" })).rejects.toThrow("it may be path, download or build");
    });
  });

  it("missing altogether is a failure that tells why, and the two ways to get one", async () => {
    const failure = await ensure().catch((error: Error) => error.message);
    expect(failure).toMatch(/path: there is no `pulumi` on PATH/);
    expect(failure).toMatch(/download: .* answered 404/);
    expect(failure).toMatch(/build: .*no `go` on PATH/);
    expect(failure).toMatch(/1\. install the official Pulumi CLI/);
    expect(failure).toMatch(/2\. install Go/);
  });
});

/** What a copy that was interrupted leaves. */
function cutOff(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "pulumi"), Buffer.from([0x7f, 0x45, 0x4c, 0x46]));
  chmodSync(join(folder, "pulumi"), 0o755);
}
