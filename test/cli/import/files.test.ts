import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expectExit } from "../../expect-exit";
import { type Spoil, withSpoiledRows } from "../../spoiled-rows";
import { ImportWorld } from "./folder";

const INITIATOR = "iqn.1998-01.com.example:a";
const fixture = {
  svms: [
    { name: "prod1", uuid: "00000001-94d7-11e8-8370-005056b48fd2" },
    { name: "prod2", uuid: "00000002-94d7-11e8-8370-005056b48fd2" },
    { name: "test1", uuid: "00000003-94d7-11e8-8370-005056b48fd2" },
  ],
  services: [{ svm: { name: "prod1" } }, { svm: { name: "prod2" } }, { svm: { name: "test1" } }],
  credentials: [
    {
      svm: { name: "prod1" },
      initiator: INITIATOR,
      authentication_type: "chap",
      chap: { inbound: { user: "u", password: "array-secret" } },
    },
  ],
};
const KEY = `prod1/${INITIATOR}`;
const CREDENTIALS = "/api/protocols/san/iscsi/credentials";

let world: ImportWorld;
beforeEach(async () => {
  world = await ImportWorld.start(fixture);
});
afterEach(() => world.stop());

const read = (name: string) => readFileSync(join(world.out, name), "utf8");
const mode = (name: string) => statSync(join(world.out, name)).mode & 0o777;
const imported = () => JSON.parse(read("import.json")).resources.map(({ name }: { name: string }) => name);

it("writes files with passwords for their owner alone, and a project around them", async () => {
  expectExit(await world.run(["--passwords", world.passwords({ [KEY]: { inbound: "array-secret" } })]), 0);
  expect(readdirSync(world.out).sort()).toEqual(
    [
      ".gitignore",
      ".ontap-iscsi-import.json",
      "Pulumi.yaml",
      "import.json",
      "index.ts",
      "package.json",
      "secrets",
      "tsconfig.json",
    ].sort(),
  );
  expect(["import.json", "secrets", "secrets/prod1-a"].map(mode)).toEqual([0o600, 0o700, 0o600]);
  expect(read("secrets/prod1-a")).toBe("array-secret");
  expect(read("index.ts")).not.toContain("array-secret");
  expect(read("Pulumi.yaml")).toContain("name: iscsi-prod\n");
});

it("keeps what a project has, and refuses to overwrite what it would lose", async () => {
  mkdirSync(world.out);
  writeFileSync(join(world.out, "Pulumi.yaml"), "name: mine\nruntime: nodejs\n");
  writeFileSync(join(world.out, "index.ts"), "// mine\n");
  const refused = await world.run();
  expect(refused).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("has index.ts already") });
  expect(readdirSync(world.out).sort()).toEqual(["Pulumi.yaml", "index.ts"]);
});

it.each([
  [
    ["--svm", "prod*"],
    ["prod1", "prod1/default", KEY, "prod2", "prod2/default"],
  ],
  [
    ["--svm", "prod2", "--svm", "test1|none"],
    ["prod2", "prod2/default", "test1", "test1/default"],
  ],
  [
    ["--svm", "!prod*"],
    ["test1", "test1/default"],
  ],
])("takes %j for what ONTAP's query language means by it", async (args, names) => {
  expectExit(await world.run(args), 0);
  expect([...imported()].sort()).toEqual([...names].sort());
});

it("imports from a named cluster under its name, with steps that configure it", async () => {
  const { url, username, password } = world;
  const env = { ONTAP_EAST_1_HOST: url, ONTAP_EAST_1_USERNAME: username, ONTAP_EAST_1_PASSWORD: password };
  const { code, stdout, stderr } = await world.run(["--cluster", "east-1", "--svm", "prod2"], env);
  expect(stderr).toBe(
    "ontap-iscsi import: ONTAP_HOST is set and not used: it never applies to a cluster with a name\n",
  );
  expect(code).toBe(0);
  expect(imported()).toEqual(["east-1/prod2", "east-1/prod2/default"]);
  expect(JSON.parse(read("import.json")).resources[0]).toMatchObject({
    inputs: { cluster: "east-1" },
    outputs: { cluster: "east-1" },
  });
  expect(read("index.ts")).toContain('const cluster = "east-1";');
  expect(stdout).toContain(`pulumi config set --path ontap-iscsi:clusters.east-1.host ${url}\n`);
  expect(stdout).toContain("pulumi config set --path --secret ontap-iscsi:clusters.east-1.password\n");
});

it("names passwords that nobody needs, and never shows one", async () => {
  const file = world.passwords({
    [KEY]: { inbound: "s3cret-1", outbound: "s3cret-2" },
    "prod9/x": { inbound: "s3cret-3" },
  });
  const { code, stdout, stderr } = await world.run(["--passwords", file]);
  expect(code).toBe(0);
  expect(stderr).toContain(`${KEY} outbound, which has no CHAP user`);
  expect(stderr).toContain("prod9/x inbound, which has no CHAP user");
  expect(`${stdout}${stderr}`).not.toContain("s3cret");
});

it.each([
  ["no JSON", '{ "a": s3cret }', "is not JSON"],
  ["a list", "[]", "must hold one JSON object"],
  ["a bare password", { a: "s3cret" }, "a must be an object"],
  ["a password of another kind", { a: { both: "s3cret" } }, "there is no both"],
  ["an empty password", { a: { inbound: "" } }, "a.inbound must be a string that is not empty"],
])("refuses a passwords file with %s, without quoting it", async (_what, content, message) => {
  const { code, stderr } = await world.run(["--passwords", world.passwords(content)]);
  expect(code).toBe(1);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("s3cret");
  expect(existsSync(world.out)).toBe(false);
});

it.each([
  ["an array that refuses the login", "status", { status: 401 }, 3, "HTTP 401"],
  ["a list that lacks what the other list implies", "emptyPage", { afterMs: 0, times: 1 }, 3, "which is there"],
  ["a proxy's page", "html", {}, 3, "management address"],
])("writes nothing for %s", async (_what, kind, more, exitCode, message) => {
  await world.control("POST", "/faults", { match: { path: CREDENTIALS }, kind, ...more });
  const { code, stdout, stderr } = await world.run();
  expect({ code, stdout }).toEqual({ code: exitCode, stdout: "" });
  expect(stderr).toContain(message);
  expect(existsSync(world.out)).toBe(false);
});

const breakCredential: Spoil = (row) => (row.initiator === INITIATOR ? { ...row, chap: "u" } : row);
const breakService: Spoil = (row) =>
  "enabled" in row && JSON.stringify(row.svm).includes("prod1") ? { ...row, enabled: "yes" } : row;

it.each([
  ["a credential", breakCredential, ["prod1", "prod1/default"], INITIATOR],
  ["a service", breakService, ["prod1/default", KEY], "iSCSI service"],
])(
  "imports all but %s whose row has another shape than ONTAP documents, and names it",
  async (_what, spoil, names, named) => {
    const front = await withSpoiledRows(world, spoil);
    const { code, stderr } = await world.run(["--svm", "prod1"], { ONTAP_HOST: front.url });
    await front.close();
    expect(code).toBe(0);
    expect(imported()).toEqual(names);
    expect(stderr).toMatch(
      /^ontap-iscsi import: A list has an .* whose row is not of the shape .* It is left out\.\n$/,
    );
    expect(stderr).toContain(named);
  },
);

it("writes rows whose names a preview would refuse just as the array has them", async () => {
  const names = ["iqn.1991-05.com.microsoft:HOST_A", "naa.52004567ba64678d"];
  const chap = { inbound: { user: "u", password: "array-secret" } };
  await world.control("PUT", "/state", {
    ...fixture,
    credentials: names.map((initiator) => ({ svm: { name: "prod1" }, initiator, authentication_type: "chap", chap })),
  });
  const known = Object.fromEntries(names.map((name) => [`prod1/${name}`, { inbound: "array-secret" }]));
  expect(await world.run(["--svm", "prod1", "--passwords", world.passwords(known)])).toMatchObject({
    code: 0,
    stderr: "",
  });
  const resources: { id: string; inputs: { initiator?: string } }[] = JSON.parse(read("import.json")).resources;
  expect(resources.slice(2).map(({ id, inputs }) => [id, inputs.initiator])).toEqual(
    names.map((name) => [`00000001-94d7-11e8-8370-005056b48fd2/${name}`, name]),
  );
  for (const name of names) {
    expect(read("index.ts")).toContain(`initiator: "${name}"`);
  }
  expect(readdirSync(join(world.out, "secrets")).sort()).toEqual(["prod1-HOST_A", "prod1-naa.52004567ba64678d"]);
});

it("tells nothing to import from a wrong query and from wrong usage", async () => {
  const nothing = await world.run(["--svm", "nobody"]);
  expect(nothing).toMatchObject({ code: 1, stderr: expect.stringContaining("nothing to import") });
  const query = await world.run(["--svm", "{prod"]);
  expect(query).toMatchObject({ code: 1, stderr: expect.stringContaining("ONTAP refused it") });
  const missing = await world.run(["--passwords", "none.json"]);
  expect(missing).toMatchObject({
    code: 1,
    stderr: "ontap-iscsi import: could not read none.json: it does not exist\n",
  });
  const usage = await world.run(["--cluster", "9east"]);
  expect(usage).toMatchObject({ code: 64, stderr: expect.stringContaining("See ontap-iscsi import --help.") });
  expect(existsSync(world.out)).toBe(false);
});
