import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./generated-sdk";
import { requireGo, requirePython } from "./toolchain";

describe("a language's tools", () => {
  let root: string;
  beforeEach(() => {
    root = temporaryFolder();
    mkdirSync(join(root, "bin"));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));
  /** A PATH with this one tool on it, a line of shell. */
  const only = (name: string, line: string): NodeJS.ProcessEnv => {
    writeFileSync(join(root, "bin", name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
    return { PATH: join(root, "bin") };
  };

  it("are on this machine", async () => {
    expect(await requirePython()).toMatch(/^3\.\d+\.\d+/);
    expect(await requireGo()).toMatch(/^go1\.\d+/);
  });

  it.each([
    ["Python", requirePython, /^Python 3\.9 or later .* is needed.*python\.org.*ENOENT/s],
    ["Go", requireGo, /^Go 1\.25 or later is needed: .*go\.dev.*ENOENT/s],
  ])("fail by name where there is no %s, with how to get it", async (_, require, message) => {
    await expect(require({ PATH: join(root, "bin") })).rejects.toThrow(message);
  });

  it("fail where Python cannot make virtual environments, with what it said", async () => {
    const env = only("python3", "echo \"No module named 'ensurepip'\" >&2; exit 1");
    await expect(requirePython(env)).rejects.toThrow(/apt install python3-venv.*No module named 'ensurepip'/s);
  });

  it("fail where Go is too old", async () => {
    await expect(requireGo(only("go", "echo go1.21.3"))).rejects.toThrow("This is go1.21.3.");
  });
});
