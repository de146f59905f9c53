import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EndToEndHarness } from "./harness";

/** Passwords of hosts, by where the program has them from; and the login to the array itself. */
const PLAIN = "plain-canary-71f3";
const CONFIGURED = "configured-canary-82a4";
const IN_OUTPUT = "output-canary-c6e8";
const ROTATED = "rotated-canary-93b5";
const LOGIN = "login-canary-a4c6";
const CANARIES = [PLAIN, CONFIGURED, IN_OUTPUT, ROTATED, LOGIN];

/** With these switches the engine prints secrets by itself, for any provider, in lines of these kinds alone. */
const VERBOSE = ["-v=9", "--logtostderr"];
const ENGINES_OWN = /arshaling property for RPC\[|RegisterResource RPC finished/;

const initiator = (name: string) => `initiator: "iqn.1998-01.com.corp.iscsi:${name}", authenticationType: "chap"`;
const program = (inbound: string) => `
  const configured = new pulumi.Config().requireSecret("host2");
  const service = new IscsiService("service", { svm: { name: "svm1" } });
  const host1 = new IscsiCredentials("host1", { svm: service.svm, ${initiator("host1")},
    chap: { inbound: { user: "host1", password: "${inbound}" }, outbound: { user: "array", password: configured } } });
  const host2 = new IscsiCredentials("host2", { svm: service.svm, ${initiator("host2")},
    chap: pulumi.output({ inbound: { user: "host2", password: "${IN_OUTPUT}" }, outbound: { user: "array", password: "${PLAIN}" } }) });
  exports.chaps = [host1.chap, host2.chap];`;

describe("Passwords of hosts and of the array", () => {
  let end: EndToEndHarness;
  /** Everything that commands have printed. */
  const printed: string[] = [];

  beforeAll(async () => {
    end = await EndToEndHarness.start(program(PLAIN), { config: { host2: { secret: CONFIGURED } } });
    await end.control("PUT", "/settings", { users: [{ name: "canary", password: LOGIN, role: "admin" }] });
    await end.project.setConfig({ "ontap-iscsi:username": "canary", "ontap-iscsi:password": { secret: LOGIN } });
  });
  afterAll(() => end?.stop());

  /** Runs a command and keeps what it prints, but for the lines that are the engine's own. */
  async function expectCode(code: number, command: Promise<{ code: number; text: string }>): Promise<string> {
    const result = await command;
    const text = result.text
      .split("\n")
      .filter((line) => !ENGINES_OWN.test(line))
      .join("\n");
    expect({ code: result.code, text: result.code === code ? "" : text.slice(-3_000) }).toEqual({ code, text: "" });
    printed.push(text);
    return text;
  }

  function expectNoneIn(text: string): void {
    const found = text.split("\n").filter((line) => CANARIES.some((canary) => line.toLowerCase().includes(canary)));
    expect(found).toEqual([]);
  }

  /** Whatever the engine keeps on disk: states, history, checkpoints, logs, but not the program itself. */
  function kept(folder: string): string {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
      .join("\n");
  }

  test("reach the array", async () => {
    await expectCode(0, end.project.preview());
    await expectCode(0, end.project.preview(["--json"]));
    await expectCode(0, end.project.up(VERBOSE));
    const state = JSON.stringify(await end.control("GET", "/state"));
    expect([PLAIN, CONFIGURED, IN_OUTPUT].map((canary) => state.split(canary).length - 1)).toEqual([2, 1, 1]);
  });

  test("are encrypted in the state as single values, with the users beside them in clear", async () => {
    const { deployment } = await end.project.exportState();
    const hosts = deployment.resources?.filter(({ type }) => type.endsWith(":IscsiCredentials")) ?? [];
    const hidden = expect.objectContaining({ ciphertext: expect.any(String) });
    const chap = (user: string) => ({
      inbound: { user, password: hidden },
      outbound: { user: "array", password: hidden },
    });
    for (const bag of ["inputs", "outputs"] as const) {
      const chaps = hosts.map((host) => [host.urn.split("::").pop(), host[bag]?.chap]);
      expect(Object.fromEntries(chaps)).toEqual({ host1: chap("host1"), host2: chap("host2") });
    }
    expectNoneIn(JSON.stringify(deployment));
  });

  test("are neither lost nor shown by a refresh", async () => {
    await expectCode(0, end.project.refresh([...VERBOSE, "--expect-no-changes"]));
  });

  test("change without a preview showing them", async () => {
    end.setProgram(program(ROTATED));
    const shown = await expectCode(0, end.project.preview(["--diff"]));
    expect(shown).toContain("[secret]");
  });

  test("are left out of a refusal that quotes them", async () => {
    await end.control("POST", "/faults", {
      match: { method: "PATCH" },
      kind: "status",
      status: 400,
      code: "5374145",
      message: `Neither "${ROTATED}" nor "${CONFIGURED.toUpperCase()}" is hexadecimal, and ${LOGIN} is no login.`,
    });
    const refused = await expectCode(1, end.project.up(VERBOSE));
    expect(refused).toContain("5374145");
    expect(refused).toContain("[secret]");
    await end.control("DELETE", "/faults");
  });

  test("stand in nothing that a destroy prints, and in nothing that was printed or kept all along", async () => {
    await expectCode(0, end.project.destroy(VERBOSE));
    expect(printed.join("\n")).toContain("IscsiCredentials");
    expectNoneIn(printed.join("\n"));
    expectNoneIn(kept(join(end.project.root, "backend")));
    expectNoneIn(kept(join(end.project.root, "home")));
  });
});
