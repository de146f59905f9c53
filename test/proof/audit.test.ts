import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { audited } from "../../proof/audit";
import { registryAudit } from "../../proof/audit/registry-audit";
import { runTimePackages } from "../../proof/audit/run-time-packages";
import { ROOT } from "../docs/documents";
import { serve, type TinyServer } from "../provider/rest/tiny-server";

const ADVISORY = {
  id: 1,
  url: "http://registry.invalid/1",
  title: "bad",
  severity: "high",
  vulnerable_versions: "<2",
  cwe: [],
  cvss: { score: 0, vectorString: null },
};

/** A folder that depends on `used` and, for development, on `tool`. */
const LOCK = {
  name: "audited",
  version: "1.0.0",
  lockfileVersion: 3,
  packages: {
    "": { name: "audited", version: "1.0.0", dependencies: { used: "1.0.0" }, devDependencies: { tool: "1.0.0" } },
    "node_modules/used": { version: "1.0.0" },
    "node_modules/tool": { version: "1.0.0", dev: true },
  },
};

let folder: string;
let registry: TinyServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ontap-iscsi-audit-"));
  const { packages, lockfileVersion: _version, ...rest } = LOCK;
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...rest, ...packages[""] }));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(LOCK));
});
afterEach(async () => {
  await registry?.close();
  registry = undefined;
  rmSync(folder, { recursive: true });
});

/** A registry that knows these advisories, or none of the whole endpoint. */
async function registryWith(advisories: object | undefined): Promise<string> {
  registry = await serve(({ method, url }) => {
    const name = decodeURIComponent(url.slice(1));
    if (method === "POST" && name.endsWith("advisories/bulk")) {
      return advisories === undefined ? { status: 405 } : { json: advisories };
    }
    const version = { name, version: "1.0.0", dist: {} };
    return { json: { name, "dist-tags": { latest: "1.0.0" }, versions: { "1.0.0": version } } };
  });
  return registry.url;
}

const packages = new Set(["node_modules/used"]);

it("finds nothing where the registry knows nothing", async () => {
  expect(audited(packages, await registryAudit(folder, await registryWith({})))).toEqual({
    cases: 1,
    figures: [["vulnerable", 0]],
    failures: [],
  });
});

it("fails for a package that runs at users', and not for one that is needed for development", async () => {
  const audit = await registryAudit(folder, await registryWith({ used: [ADVISORY], tool: [ADVISORY] }));
  expect(audited(packages, audit).failures).toEqual(["used (node_modules/used) has a known vulnerability: high"]);
});

it("could not tell where the registry serves no advisories, or cannot be reached; that is no failure", async () => {
  for (const url of [await registryWith(undefined), "http://127.0.0.1:9"]) {
    expect(audited(packages, await registryAudit(folder, url))).toMatchObject({
      figures: [["vulnerable", "could not tell"]],
      failures: [],
    });
  }
});

it("knows what the package depends on, what these depend on, and what the plugin contains", () => {
  const found = runTimePackages(ROOT);
  expect([...found]).toEqual(
    expect.arrayContaining(["node_modules/ajv", "node_modules/@grpc/grpc-js", "node_modules/fast-uri"]),
  );
  expect(found.has("node_modules/jest")).toBe(false);
});
