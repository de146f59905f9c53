import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureEngine } from "../../tools/engine";
import { entryFolder } from "../../tools/engine/entry";
import { ensureLanguages } from "../../tools/engine/languages";
import { CLI_VERSION } from "../../tools/engine/versions";
import { Scratch } from "./scratch";

describe("the languages of an engine", () => {
  let scratch: Scratch;
  beforeEach(() => {
    scratch = new Scratch();
    jest.spyOn(process.stderr, "write").mockReturnValue(true);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    scratch.dispose();
  });
  const builds = () => {
    const file = join(scratch.root, "builds");
    return existsSync(file) ? readFileSync(file, "utf8").length / 2 : 0;
  };
  /** The first folder on PATH once the engine, on PATH or in the cache, has these languages. */
  const binOf = async (languages: ("yaml" | "python")[], over: NodeJS.ProcessEnv = {}) => {
    const env = scratch.env(over);
    const { PATH = "" } = await ensureLanguages(await ensureEngine(env), languages, env);
    return PATH.split(":")[0] ?? "";
  };

  it("are those that came with it, as they are", async () => {
    scratch.engine("3.300.0");
    scratch.script("pulumi-language-yaml", "exit 2");
    scratch.go(CLI_VERSION);
    expect(await binOf(["yaml"])).toBe(scratch.bin);
    expect(builds()).toBe(0);
  });

  it.each([
    ["in the cache", () => entryFolder("build", scratch.env())],
    ["on PATH", () => scratch.bin],
  ])(
    "are built where an engine %s lacks them, each when it is needed, and lie in one folder with it",
    async (_, of) => {
      scratch.engine(CLI_VERSION, of());
      scratch.go(CLI_VERSION);
      const engine = ["pulumi", "pulumi-language-nodejs"];
      const yaml = await binOf(["yaml"]);
      expect(readdirSync(yaml).sort()).toEqual([...engine, "pulumi-language-yaml"]);
      expect(builds()).toBe(1);

      const both = await binOf(["yaml", "python"]);
      expect(readdirSync(both).sort()).toEqual([
        ...engine,
        "pulumi-language-python",
        "pulumi-language-python-exec",
        "pulumi-language-yaml",
      ]);
      expect(await binOf(["yaml"])).toBe(yaml);
      expect(await binOf(["yaml", "python"])).toBe(both);
      expect(builds()).toBe(2);
    },
  );

  it("lie with the engine that there is now, not with an earlier one", async () => {
    scratch.engine(CLI_VERSION);
    scratch.go(CLI_VERSION);
    const before = await binOf(["yaml"]);
    scratch.script("pulumi", "echo v3.300.0");
    const after = await binOf(["yaml"]);
    expect(after).not.toBe(before);
    expect(readFileSync(join(after, "pulumi"), "utf8")).toContain("v3.300.0");
    expect(builds()).toBe(1);
  });

  it("are made again when what is in the cache does not run", async () => {
    scratch.engine(CLI_VERSION);
    scratch.go(CLI_VERSION);
    await binOf(["yaml"]);
    const cache = join(scratch.cache, "pulumi-ontap-iscsi", "engine");
    const built = readdirSync(cache).find((name) => name.startsWith("pulumi-language-yaml-"));
    writeFileSync(join(cache, String(built), "pulumi-language-yaml"), "\x7fELF");
    expect(readFileSync(join(await binOf(["yaml"]), "pulumi-language-yaml"), "utf8")).toContain("echo");
    expect(builds()).toBe(2);
  });

  it.each([
    ["yaml", "without Go", {}, /there is no `go` on PATH/],
    ["python", "without Go", {}, /there is no `go` on PATH/],
    ["yaml", "where a build is forbidden", { ONTAP_ISCSI_ENGINE: "path" }, /ONTAP_ISCSI_ENGINE=path forbids a build/],
  ] as const)("%s is missing %s, by name and with the ways to get it", async (language, _, over, reason) => {
    scratch.engine(CLI_VERSION);
    const failure = await binOf([language], over).catch((error: Error) => error.message);
    expect(failure).toContain(`No pulumi-language-${language} for Pulumi ${CLI_VERSION}`);
    expect(failure).toMatch(reason);
    expect(failure).toMatch(/1\. install the official Pulumi CLI/);
    expect(failure).toMatch(/2\. install Go/);
  });
});
