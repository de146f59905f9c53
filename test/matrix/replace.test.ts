import { EndToEndHarness } from "../e2e/harness";
import { HOST, SVM1, SVM2 } from "../names";

describe("Replacing, renaming and respelling on the real engine", () => {
  let end: EndToEndHarness;
  const program = (service: object, fallback: string, more = ""): string => `
    const service = new IscsiService("service", ${JSON.stringify({ svm: { name: "svm1" }, ...service })});
    new IscsiCredentials("${fallback}", { svm: { name: "svm1" }, initiator: "default", authenticationType: "deny" }, { dependsOn: [service] });
    ${more}`;

  beforeAll(async () => {
    end = await EndToEndHarness.start(program({}, "fallback"));
    await end.project.expect(["up", "--yes", "--skip-preview"]);
    await end.requests();
  });
  afterAll(() => end.stop());

  const fallbackType = async (): Promise<string | undefined> => {
    const { credentials } = await end.control<{ credentials: { initiator: string; authentication_type: string }[] }>(
      "GET",
      "/state",
    );
    return credentials.find(({ initiator }) => initiator === "default")?.authentication_type;
  };

  test("a default row that was renamed in the program stays closed", async () => {
    end.setProgram(program({}, "renamed"));
    const { text } = await end.project.expect(["up", "--yes", "--skip-preview"]);
    expect(text).toContain("left as it is");
    expect(await fallbackType()).toBe("deny");
    await end.project.expect(["refresh", "--yes", "--skip-preview", "--expect-no-changes"]);
    await end.requests();
  });

  test("a forced replacement deletes first", async () => {
    await end.project.expect(["up", "--yes", "--skip-preview", "--replace", "**IscsiService::service"]);
    const writes = (await end.calls()).filter((call) => call.endsWith(" services") && !call.startsWith("GET"));
    expect(writes).toEqual(["PATCH services", "DELETE services", "POST services"]);
    await end.project.expect(["up", "--yes", "--skip-preview", "--refresh"]);
    expect(await fallbackType()).toBe("deny");
  });

  test("a replacement of the service takes the credentials that use its svm with it", async () => {
    const dependent = `new IscsiCredentials("host", { svm: service.svm, initiator: "${HOST}", authenticationType: "none" });`;
    end.setProgram(program({}, "renamed", dependent));
    await end.project.expect(["up", "--yes", "--skip-preview"]);
    await end.project.expect(["up", "--yes", "--skip-preview", "--replace", "**IscsiService::service"]);
    const { credentials } = await end.control<{ credentials: { initiator: string }[] }>("GET", "/state");
    expect(credentials.map(({ initiator }) => initiator)).toContain(HOST);
    await end.project.expect(["refresh", "--yes", "--skip-preview"]);
    end.setProgram(program({}, "renamed"));
    await end.project.expect(["up", "--yes", "--skip-preview"]);
  });

  test("a spelling that changes and changes back is no change", async () => {
    for (const svm of [{ uuid: SVM1 }, { name: "svm1" }]) {
      end.setProgram(program({ svm }, "renamed"));
      await end.project.expect(["up", "--yes", "--skip-preview", "--expect-no-changes"]);
    }
  });

  test.each([
    ["a name and the UUID of another SVM", { name: "svm1", uuid: SVM2 }, "2621706"],
    [
      "a UUID that the array does not know",
      { uuid: "00000000-0000-0000-0000-000000000009" },
      "knows no SVM with that UUID",
    ],
    ["a name that the array does not know", { name: "svm9" }, "knows no SVM of that name"],
  ])("%s is refused in the preview, before anything is deleted", async (_what, svm, reason) => {
    end.setProgram(program({ svm }, "renamed"));
    const preview = await end.project.preview();
    expect(preview).toMatchObject({ code: 1, text: expect.stringContaining(reason) });
  });

  test("an SVM that is not known yet shows as a change, not as the same", async () => {
    end.setProgram(`
      const other = new IscsiService("other", { svm: { name: "svm2" } });
      ${program({}, "renamed").replace('{"svm":{"name":"svm1"}}', "{ svm: { uuid: other.svmUuid } }")}`);
    const report = (await end.project.preview(["--json"])).report();
    expect(report.steps.find(({ urn }) => urn.endsWith("::service"))?.op).toBe("update");
  });
});
