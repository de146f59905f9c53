import { EndToEndHarness } from "./harness";

const PROGRAM = `
  for (let at = 0; at < 30; at++) {
    const initiator = "iqn.1998-01.com.example:host" + at;
    new IscsiCredentials("host" + at, { svm: { name: "svm1" }, initiator, authenticationType: "none" });
  }`;

describe("One cause that stops thirty resources", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    end = await EndToEndHarness.start(PROGRAM);
  });
  afterAll(() => end.stop());

  /** What stands under the engine's `Diagnostics:`, without the headings and empty lines. */
  async function diagnosticsOfUp(env: NodeJS.ProcessEnv = {}): Promise<readonly string[]> {
    const { code, stdout, stderr } = await end.project.up(["--parallel", "8"], env);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    const [, diagnostics = ""] = /\nDiagnostics:\n([\s\S]*)\nResources:\n/.exec(stdout) ?? [];
    return diagnostics.split("\n").filter((line) => line.startsWith("    "));
  }

  function expectOnceInFull(lines: readonly string[], cause: string, advice: string): void {
    const [full, ...others] = lines.filter((line) => line.includes(advice));
    expect(others).toEqual([]);
    expect(full).toMatch(new RegExp(`^    error: Could not create .*host\\d+ on SVM svm1: ${cause}`));
    const short = new RegExp(`^    error: Could not create .*host\\d+ on SVM svm1: same cause: ${cause}\\.$`);
    expect(lines.filter((line) => short.test(line))).toHaveLength(7);
    expect(lines).toContain("    error: update failed");
    expect(lines).toHaveLength(9);
  }

  it("takes nine lines with eight at a time: a wrong password", async () => {
    const lines = await diagnosticsOfUp({ ONTAP_PASSWORD: "wrong-horse" });
    expectOnceInFull(lines, "ONTAP refused it: [^:]*HTTP 401\\)", "Check username and password");
  });

  it("takes nine lines with eight at a time: an array that cannot be reached", async () => {
    await end.project.setConfig({ "ontap-iscsi:host": "127.0.0.1:1" });
    expectOnceInFull(await diagnosticsOfUp(), "no answer \\(ECONNREFUSED\\)", "Check the host");
  });
});
