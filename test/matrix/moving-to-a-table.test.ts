import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ontapIscsi } from "../cli/executable";
import { ImportWorld } from "../cli/import/folder";
import { shellLine } from "../cli/shell";
import { realEngine } from "../engine/environment";

const chap = (user: string) => ({ user, password: `array-${user}-secret` });
const row = (initiator: string, more: object) => ({ svm: { name: "svm1" }, initiator, ...more });
const HOST = "iqn.1998-01.com.example:host";
const MUTUAL = "iqn.1998-01.com.example:mutual";
const FIXTURE = {
  svms: [{ name: "svm1" }],
  services: [{ svm: { name: "svm1" }, enabled: true }],
  credentials: [
    row("default", { authentication_type: "deny" }),
    row(HOST, { authentication_type: "chap", chap: { inbound: chap("a") } }),
    row(MUTUAL, { authentication_type: "chap", chap: { inbound: chap("b"), outbound: chap("c") } }),
    row("iqn.1991-05.com.microsoft:HOST_A", {
      authentication_type: "none",
      initiator_address: { masks: [{ address: "10.1.0.0", netmask: "16" }] },
    }),
  ],
};
const PASSWORDS = {
  [`svm1/${HOST}`]: { inbound: "array-a-secret" },
  [`svm1/${MUTUAL}`]: { inbound: "array-b-secret", outbound: "array-c-secret" },
};
const SECRET = /array-.-secret/;

describe.each([
  ["TypeScript", []],
  ["TypeScript and a provider object", ["--provider"]],
  ["YAML", ["--language", "yaml"]],
])("A stack of a program in %s", (language, options) => {
  let world: ImportWorld;
  let env: NodeJS.ProcessEnv;
  let before: unknown;
  beforeAll(async () => {
    world = await ImportWorld.start(FIXTURE);
    env = world.pulumi(await realEngine(language === "YAML" ? ["yaml"] : []));
    before = await world.control("GET", "/state");
  });
  afterAll(() => world?.stop());

  const read = (name: string) => readFileSync(join(world.out, name), "utf8");

  /** Runs the printed steps; `pulumi preview` must find what they say. */
  async function follow(steps: string, expectation: string): Promise<void> {
    for (const line of steps.split("\n").filter((text) => !/^(#|cd |$)/.test(text))) {
      const input = line === "pulumi config set --secret ontap-iscsi:password" ? { input: world.password } : {};
      const command = line.startsWith("pulumi preview") ? `${line} ${expectation}` : line;
      expect(await shellLine(command, { cwd: world.out, env, ...input })).not.toMatch(SECRET);
    }
  }

  async function types(): Promise<readonly string[]> {
    const { deployment } = JSON.parse(await shellLine("pulumi stack export", { cwd: world.out, env }));
    expect(JSON.stringify(deployment)).not.toMatch(SECRET);
    const all: readonly string[] = deployment.resources.map(({ type }: { type: string }) => type.split(":").at(-1));
    return all.filter((type) => type.startsWith("Iscsi")).sort();
  }

  async function move(to: string): Promise<string> {
    const args = ["import", to, "--stack", "dev", "--cwd", world.out, "--out", world.out, "--force", ...options];
    const { code, stdout, stderr } = await ontapIscsi(args, { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    // A program in YAML makes the whole of `credentials` a secret, so that the passwords go through a pipe.
    expect(existsSync(join(world.out, "import.json"))).toBe(language !== "YAML" || to === "--table");
    const written = readdirSync(world.out, { withFileTypes: true }).filter((entry) => entry.isFile());
    expect([stdout, ...written.map(({ name }) => read(name))].join("\n")).not.toMatch(SECRET);
    return stdout;
  }

  test("is imported with a table", async () => {
    const { code, stdout, stderr } = await world.run([
      ...options,
      "--table",
      "--passwords",
      world.passwords(PASSWORDS),
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("1 service and 1 table with 4 credentials on 1 SVM");
    await follow(stdout, options.includes("--provider") ? "" : "--expect-no-changes");
    await shellLine("pulumi up --yes --skip-preview", { cwd: world.out, env });
    expect(await types()).toEqual(["IscsiCredentialsTable", "IscsiService"]);
    expect(await ontapIscsi(["drift", "--cwd", world.out], { env })).toMatchObject({ code: 0, stderr: "" });
  }, 600_000);

  test.each([
    ["--singles", [...Array(4).fill("IscsiCredentials"), "IscsiService"]],
    ["--table", ["IscsiCredentialsTable", "IscsiService"]],
  ])(
    "is moved by %s and its printed steps, without any request but a preview's",
    async (to, expected) => {
      await world.everyRequest();
      const steps = await move(to);
      expect(await world.everyRequest()).toEqual([]);
      await follow(steps, "--expect-no-changes");
      expect(existsSync(join(world.out, "import.json"))).toBe(false);
      expect(await types()).toEqual(expected);
      await shellLine("pulumi up --yes --skip-preview --expect-no-changes", { cwd: world.out, env });
      expect((await world.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);
      expect(await ontapIscsi(["drift", "--cwd", world.out], { env })).toMatchObject({ code: 0, stderr: "" });
    },
    600_000,
  );

  test("leaves the array as it was", async () => {
    expect(await world.control("GET", "/state")).toEqual(before);
  });
});
