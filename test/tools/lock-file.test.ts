import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allowScripts } from "../../package.json";

interface LockedPackage {
  version?: string;
  optionalDependencies?: Record<string, string>;
  hasInstallScript?: boolean;
}

describe("the lock file", () => {
  const text = readFileSync(join(__dirname, "../../package-lock.json"), "utf8");
  const packages: Record<string, LockedPackage> = JSON.parse(text).packages;

  // npm leaves out the builds a registry lacks when it writes the file, and then refuses `npm ci` because of them.
  it("holds the builds of every package for every platform, so that npm ci accepts it anywhere", () => {
    const locked = Object.keys(packages);
    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
      .filter((name) => !locked.some((place) => place.endsWith(`node_modules/${name}`)));
    expect(missing).toEqual([]);
    expect(locked).toContain("node_modules/@biomejs/cli-darwin-arm64");
  });

  // Their builds come as packages of their own, so that what a script would fetch or compile is there.
  it("brings no script that npm is neither to run nor to warn of", () => {
    const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = scripted.map(([place]) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length));
    expect(allowScripts).toEqual(Object.fromEntries(names.sort().map((name) => [name, false])));
  });

  it("names no registry, so that the user's own serves", () => {
    expect(text).not.toContain('"resolved"');
  });
});
