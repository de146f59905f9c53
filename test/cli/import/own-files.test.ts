import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expectExit } from "../../expect-exit";
import { ImportWorld } from "./folder";

const KEY = "svm1/iqn.1998-01.com.example:a";

let world: ImportWorld;
beforeEach(async () => {
  world = await ImportWorld.start({
    svms: [{ name: "svm1" }, { name: "svm2" }],
    services: [{ svm: { name: "svm1" } }, { svm: { name: "svm2" } }],
    credentials: [
      {
        svm: { name: "svm1" },
        initiator: "iqn.1998-01.com.example:a",
        authentication_type: "chap",
        chap: { inbound: { user: "u", password: "array-secret" } },
      },
    ],
  });
});
afterEach(() => world.stop());

const read = (name: string) => readFileSync(join(world.out, name), "utf8");
const imported = () => JSON.parse(read("import.json")).resources.map(({ name }: { name: string }) => name);
const known = () => ["--passwords", world.passwords({ [KEY]: { inbound: "array-secret" } })];
const write = (name: string, text: string) => {
  mkdirSync(dirname(join(world.out, name)), { recursive: true });
  writeFileSync(join(world.out, name), text);
};

it("with --force overwrites what an earlier import wrote, and removes the passwords that are not given any more", async () => {
  expectExit(await world.run(known()), 0);
  expect((await world.run()).stderr).toContain("has index.ts and import.json and secrets already");
  expect(await world.run([...known(), "--svm", "svm1", "--force"])).toMatchObject({ code: 0, stderr: "" });
  expect([imported(), read("secrets/svm1-a")]).toEqual([["svm1", "svm1/default", KEY], "array-secret"]);
  expect(await world.run(["--force"])).toMatchObject({ code: 0, stderr: "" });
  expect(existsSync(join(world.out, "secrets"))).toBe(false);
});

it.each([
  ["a program of the user's own", "index.ts", false],
  ["a program that was edited", "index.ts", true],
  ["an import file that was edited", "import.json", true],
  ["a password file that was edited", "secrets/svm1-a", true],
  ["a password file of the user's own", "secrets/svm1-a", false],
  ["notes that are none", ".ontap-iscsi-import.json", false],
  ["a file in the place of the folder", "secrets", false],
])("with --force refuses to overwrite %s, and names it", async (_what, name, imports) => {
  if (imports) {
    expectExit(await world.run(known()), 0);
  }
  write(name, "mine\n");
  const before = readdirSync(world.out, { recursive: true }).sort();
  const refused = await world.run([...known(), "--force"]);
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  expect(refused.stderr).toMatch(/did not write, or that were changed since: .*nothing was written\n$/);
  expect(refused.stderr).toContain(`: ${name}.`);
  expect([read(name), readdirSync(world.out, { recursive: true }).sort()]).toEqual(["mine\n", before]);
});

it("with --force keeps what else is in secrets/ and names it, in steps that touch the import's own files alone", async () => {
  write("secrets/vpn/ca.key", "precious");
  const { code, stdout, stderr } = await world.run([...known(), "--force"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("kept secrets/vpn: not written by") });
  expect(read("secrets/vpn/ca.key")).toBe("precious");
  expect(stdout).toContain("for file in secrets/svm1-a; do");
  expect(stdout).toMatch(/^rm import\.json secrets\/svm1-a$/m);
});

it("with --force keeps a password file that was edited and is not written again", async () => {
  expectExit(await world.run(known()), 0);
  write("secrets/svm1-a", "corrected by hand");
  const { code, stdout, stderr } = await world.run(["--force"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("kept secrets/svm1-a: ") });
  expect(read("secrets/svm1-a")).toBe("corrected by hand");
  expect(stdout).toMatch(/^rm import\.json$/m);
});
