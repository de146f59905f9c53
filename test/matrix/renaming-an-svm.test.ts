import { documentText } from "../docs/documents";
import { EndToEndHarness } from "../e2e/harness";
import { expectExit } from "../expect-exit";

/** The programs of the recipe, before and after; imports are the harness's. */
const [before = "", after = ""] = [
  ...documentText("docs/renaming-an-svm.md").matchAll(/^```ts\nimport [^\n]*\n(.*?)^```$/gms),
].map(([, text = ""]) => text);

const svm = { name: "svm-c" };
const HOST = "iqn.1998-01.com.example:db1";

describe("docs/renaming-an-svm.md on the real engine", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    const interfaces = [{ svm, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }];
    end = await EndToEndHarness.start(before, { fixture: { svms: [svm], interfaces } });
    await end.project.expect(["up", "--yes", "--skip-preview"]);
    await end.logIn({ svm: svm.name, initiator: HOST, address: "10.0.0.5" });
    const state = JSON.stringify(await end.control("GET", "/state")).replaceAll('"name":"svm-c"', '"name":"svm-c-new"');
    await end.control("PUT", "/state", JSON.parse(state));
    await end.requests();
  });
  afterAll(() => end.stop());

  const array = () => end.control<{ sessions: unknown[]; credentials: unknown[] }>("GET", "/state");

  it("is right about what is seen before the program follows", async () => {
    expectExit(await end.project.up(["--expect-no-changes"]), 0);
    expect(await end.calls()).toEqual([]);

    end.setProgram(`${before}
      new IscsiCredentials("new", { svm: { name: svm }, initiator: "${HOST}.2", authenticationType: "none" }, { dependsOn: service });`);
    const refused = await end.project.up();
    expect(refused.code).toBe(1);
    expect(refused.text).toMatch(
      /the SVM svm-c, which the stack records by its UUID [-\da-f]+, is now called svm-c-new/,
    );
    await end.requests();
  });

  it("has a recipe by which nothing is planned, sent or cut", async () => {
    const held = await array();
    expect(held.sessions).toHaveLength(1);
    end.setProgram(after);
    expectExit(await end.project.preview(["--expect-no-changes"]), 0);
    expect(await end.calls()).toEqual(["GET svms"]);
    expectExit(await end.project.up(["--expect-no-changes"]), 0);
    expect(await end.calls()).toEqual(["GET svms"]);
    const refreshed = await end.project.refresh(["--expect-no-changes"]);
    expectExit(refreshed, 0);
    expect(refreshed.text).toContain("is now called svm-c-new; it was svm-c");
    expect(await array()).toEqual(held);

    end.setProgram(after.replace(/aliases: \[[^\]]*\]/g, ""));
    expectExit(await end.project.preview(["--expect-no-changes"]), 0);
    expect((await end.project.refresh()).text).not.toContain("is now called");
  });
});
