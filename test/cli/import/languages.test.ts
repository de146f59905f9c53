import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ImportWorld } from "./folder";

const INITIATOR = "iqn.1998-01.com.example:a";
const fixture = {
  svms: [{ name: "prod1" }],
  services: [{ svm: { name: "prod1" } }],
  credentials: [
    {
      svm: { name: "prod1" },
      initiator: INITIATOR,
      authentication_type: "chap",
      chap: { inbound: { user: "u", password: "array-secret" } },
    },
  ],
};

let world: ImportWorld;
beforeEach(async () => {
  world = await ImportWorld.start(fixture);
});
afterEach(() => world.stop());

const read = (name: string) => readFileSync(join(world.out, name), "utf8");
const known = () => world.passwords({ [`prod1/${INITIATOR}`]: { inbound: "array-secret" } });
const COMMON = [".gitignore", ".ontap-iscsi-import.json", "Pulumi.yaml", "import.json", "package.json", "secrets"];

it.each([
  ["yaml", []],
  ["python", ["__main__.py", "requirements.txt"]],
  ["typescript", ["index.ts", "tsconfig.json"]],
])("writes a project in %s, by whose import file the objects go through the plugin", async (language, more) => {
  const args = language === "typescript" ? ["--provider"] : ["--language", language];
  const { code, stdout, stderr } = await world.run([...args, "--passwords", known()]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(readdirSync(world.out).sort()).toEqual([...COMMON, ...more].sort());
  const { resources } = JSON.parse(read("import.json"));
  expect(resources.map(({ type, name }: { type: string; name: string }) => `${type} ${name}`)).toEqual([
    "ontap-iscsi:index:IscsiService prod1",
    "ontap-iscsi:index:IscsiCredentials prod1/default",
    `ontap-iscsi:index:IscsiCredentials prod1/${INITIATOR}`,
  ]);
  expect(read("import.json")).not.toContain("__provider");
  expect(parse(read("Pulumi.yaml")).plugins).toEqual({
    providers: [{ name: "ontap-iscsi", path: "node_modules/.bin" }],
  });
  const others = readdirSync(world.out).filter((name) => name !== "import.json" && name !== "secrets");
  expect([stdout, ...others.map(read)].join("\n")).not.toMatch(/array-secret/);
  expect(stdout).not.toContain(world.password);
});

it.each([
  [
    "typescript",
    "index.ts",
    `"${INITIATOR}": { authenticationType: "chap", chap: { inbound: { user: "u", password: config`,
  ],
  ["yaml", "Pulumi.yaml", `        "${INITIATOR}":\n          authenticationType: "chap"`],
  [
    "python",
    "__main__.py",
    `"${INITIATOR}": {"authentication_type": "chap", "chap": {"inbound": {"user": "u", "password": config`,
  ],
])(
  "writes a table in %s, a line for each row, with the passwords in the import file alone",
  async (language, file, row) => {
    const { code, stdout } = await world.run(["--table", "--language", language, "--passwords", known()]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("1 service and 1 table with 2 credentials on 1 SVM")]);
    expect(read(file)).toContain(row);
    expect(read(file)).not.toContain("array-secret");
    const { resources } = JSON.parse(read("import.json"));
    const [, table] = resources;
    expect([table.name, table.type.split(":").at(-1), table.id]).toEqual([
      "prod1",
      "IscsiCredentialsTable",
      resources[0].id,
    ]);
    const password = { plaintext: '"array-secret"' };
    for (const { credentials } of [table.inputs, table.outputs]) {
      expect(credentials).toMatchObject({
        default: { authenticationType: "none" },
        [INITIATOR]: { authenticationType: "chap", chap: { inbound: { user: "u", password } } },
      });
    }
  },
);

it("shortens the stack traces that Pulumi's SDK takes in a TypeScript program", async () => {
  await world.run([]);
  const options = { typescript: true, nodeargs: "--stack-trace-limit=1" };
  expect(parse(read("Pulumi.yaml")).runtime).toEqual({ name: "nodejs", options });
});

it("prints for Python how its SDK is made and installed", async () => {
  const { stdout } = await world.run(["--language", "python"]);
  expect(stdout.split("\n").filter((line) => /gen-sdk|venv|npm/.test(line))).toEqual([
    expect.stringMatching(/^npm install/),
    "pulumi package gen-sdk ./node_modules/pulumi-ontap-iscsi/plugin/schema.json --language python --out sdks",
    "python3 -m venv venv",
    "venv/bin/pip install -r requirements.txt",
  ]);
  expect(read("requirements.txt")).toBe("pulumi>=3.0.0,<4.0.0\n./sdks/python\n");
  expect(parse(read("Pulumi.yaml")).runtime).toEqual({ name: "python", options: { virtualenv: "venv" } });
});

it("sets the passwords before the import, which Pulumi refuses while a declared secret has no value", async () => {
  const { stdout } = await world.run(["--language", "yaml"]);
  const lines = stdout.split("\n");
  expect(lines.indexOf("pulumi config set --secret prod1-a")).toBeGreaterThan(0);
  expect(lines.indexOf("pulumi config set --secret prod1-a")).toBeLessThan(
    lines.findIndex((line) => line.startsWith("pulumi import")),
  );
});

it("says that the preview shows the provider being created", async () => {
  const { stdout } = await world.run(["--provider"]);
  expect(stdout).toContain(
    "# Shows the provider being created and 1 password being added, and nothing else:\npulumi preview\n",
  );
});

it("says what a Pulumi.yaml lacks that was there before", async () => {
  mkdirSync(world.out);
  writeFileSync(join(world.out, "Pulumi.yaml"), "name: mine\nruntime: python\n");
  const { code, stdout } = await world.run(["--language", "python"]);
  expect([code, read("Pulumi.yaml")]).toEqual([0, "name: mine\nruntime: python\n"]);
  expect(stdout).toContain(
    "# Pulumi.yaml was there and is kept. It must have runtime: python and, under plugins: providers: - {name: ontap-iscsi, path: node_modules/.bin}\n",
  );
  const refused = await world.run(["--language", "yaml", "--force"]);
  expect(refused).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("Pulumi.yaml") });
});

it.each([
  [["--language", "go"], "typescript, yaml"],
  [["--language", "yaml", "--provider"], "--provider is for TypeScript"],
  [["--provider", "--cluster", "east"], "give it without --cluster"],
  [["--table", "--singles"], "exclude each other"],
  [["--singles"], "say which by --stack"],
  [["--table", "--stack", "dev", "--svm", "a"], "give it without --svm and --passwords"],
  [["--table", "--print-import-file"], "--print-import-file is for --table and --singles with --stack"],
])("rejects %j", async (args, message) => {
  const { code, stderr } = await world.run(args);
  expect([code, stderr]).toEqual([64, expect.stringContaining(message)]);
});
