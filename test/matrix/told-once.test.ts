import { EndToEndHarness } from "../e2e/harness";

const PROGRAM = `
  for (let at = 0; at < 30; at++) {
    const initiator = "iqn.1998-01.com.example:host" + at;
    new IscsiCredentials("host" + at, { svm: { name: "svm1" }, initiator, authenticationType: "none" });
  }`;

describe("One cause that stops thirty resources, eight at a time", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    end = await EndToEndHarness.start(PROGRAM, { fixture: { services: [{ svm: { name: "svm1" } }] } });
    await end.project.expect(["up", "--yes", "--skip-preview"]);
  });
  afterAll(() => end.project.dispose());

  /** What stands under the engine's `Diagnostics:`, without the headings and empty lines. */
  async function diagnostics(command: "destroy" | "refresh", env: NodeJS.ProcessEnv): Promise<readonly string[]> {
    const { code, stdout, stderr } = await end.project[command](["--parallel", "8"], env);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    const [, shown = ""] = /\nDiagnostics:\n([\s\S]*)\nResources:\n/.exec(stdout) ?? [];
    return shown.split("\n").filter((line) => line.startsWith("    "));
  }

  function expectToldOnce(lines: readonly string[], cause: string, advice: string, others: number): void {
    expect(lines.filter((line) => line.includes(advice))).toEqual([
      expect.stringMatching(`^    error: Could not .*host\\d+.*${cause}`),
    ]);
    expect(
      lines.filter((line) => new RegExp(`^    error: Could not .*host\\d+.*: same cause: ${cause}\\.$`).test(line)),
    ).toHaveLength(others);
  }

  const told = async (env: NodeJS.ProcessEnv, cause: string, advice: string) => {
    const destroyed = await diagnostics("destroy", env);
    expectToldOnce(destroyed, cause, advice, 7);
    expect(destroyed).toContain("    error: update failed");
    expect(destroyed).toHaveLength(9);

    const refreshed = await diagnostics("refresh", env);
    expectToldOnce(refreshed, cause, advice, 29);
    expect(refreshed.filter((line) => line !== "    error: update failed")).toHaveLength(30);
  };

  it("takes nine lines of a destroy, and one for each object of a refresh: a wrong password", async () => {
    await told({ ONTAP_PASSWORD: "wrong-horse" }, "ONTAP refused it: [^:]*HTTP 401\\)", "Check username and password");
  });

  it("takes nine lines of a destroy, and one for each object of a refresh: no array", async () => {
    await end.close();
    await told({}, "no response \\(ECONNREFUSED\\)", "Check the host");
  });
});
