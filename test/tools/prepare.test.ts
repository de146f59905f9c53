import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { CHECKOUT } from "../checkout";
import { run } from "../engine/run";
import { Scratch } from "./scratch";

/** What Git has of the checkout, in a folder of its own: a clone in which nothing was run. */
function cloneInto(folder: string): void {
  const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: CHECKOUT,
    encoding: "utf8",
  });
  for (const name of tracked.split("\n").filter((file) => file !== "" && existsSync(join(CHECKOUT, file)))) {
    if (!/^(test|docs|examples|bench|proof)\//.test(name)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      cpSync(join(CHECKOUT, name), join(folder, name));
    }
  }
}

describe("npm's step prepare, in a clone in which nothing was run", () => {
  const scratch = new Scratch();
  const clone = join(scratch.root, "clone");
  const calls = join(scratch.root, "calls");
  beforeAll(() => cloneInto(clone));
  afterAll(() => scratch.dispose());

  const prepare = () => {
    // Stands for npm, which would bring the same modules; and it runs prepare itself, as npm does.
    scratch.script(
      "npm",
      `echo "$*" >> ${calls}\nrm -rf ${join(clone, "node_modules")}\nln -s ${join(CHECKOUT, "node_modules")} ${join(clone, "node_modules")}\nexec node ${join(clone, "tools/run.js")} prepare`,
    );
    // As `npm install --install-links --omit=dev ../clone` leaves it to the step.
    const env = scratch.env({ npm_config_omit: "dev", npm_config_install_links: "true", npm_command: "install" });
    return run(process.execPath, ["tools/run.js", "prepare"], { cwd: clone, env });
  };

  it("installs what the build needs, in the clone, even where the compiler is there already", async () => {
    // As an installation from before there was a bundler leaves it.
    mkdirSync(join(clone, "node_modules"));
    symlinkSync(join(CHECKOUT, "node_modules/typescript"), join(clone, "node_modules/typescript"));
    expect(await prepare()).toMatchObject({ code: 0 });
    const [call, ...others] = readFileSync(calls, "utf8").trim().split("\n");
    expect(others).toEqual([]);
    expect(call).toMatch(new RegExp(`^ci --prefix=${clone} --include=dev .*--no-install-links`));
  }, 240_000);

  it("compiles, and bundles the plugin to the same bytes as in any other folder", () => {
    expect(existsSync(join(clone, "dist/sdk/index.js"))).toBe(true);
    const bundle = (folder: string) => readFileSync(join(folder, "plugin/main.js"));
    expect(bundle(clone).equals(bundle(CHECKOUT))).toBe(true);
  });

  it("does nothing where it is compiled already, with dependencies or without", async () => {
    rmSync(join(clone, "node_modules"));
    expect(await prepare()).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(readFileSync(calls, "utf8").trim().split("\n")).toHaveLength(1);
  });
});
