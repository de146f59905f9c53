import { EndToEndHarness } from "../e2e/harness";
import { expectExit } from "../expect-exit";
import { HOST, SVM1 } from "../names";

const SERVICE = `const service = new IscsiService("service", { svm: { name: "svm1" } });`;
const CREDENTIAL = `const host = new IscsiCredentials("host", { svm: service.svm, initiator: "${HOST}", authenticationType: "chap",
  chap: { inbound: { user: "host1", password: "plain-password" } } });`;

describe("Outputs that nobody gave, on the real engine", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    end = await EndToEndHarness.start("", { fixture: { svms: [{ name: "svm1", uuid: SVM1 }] } });
  });
  afterAll(() => end?.stop());

  test("are those of the engine, none of them a secret", async () => {
    end.setProgram(`${SERVICE}${CREDENTIAL}
      exports.service = service;
      exports.host = pulumi.all([host.svmName, host.svmUuid, host.cluster]);
      exports.secret = Promise.all([host.svmName, host.initiatorAddress].map(pulumi.isSecret));`);
    expectExit(await end.project.up(), 0);
    const added = { svmName: "svm1", svmUuid: SVM1 };
    expect(await end.project.outputs()).toEqual({
      service: expect.objectContaining({ svm: { name: "svm1" }, enabled: true, ...added, id: SVM1 }),
      host: ["svm1", SVM1, null],
      secret: [false, false],
    });
    // Known in a preview, too, of resources that are in the state.
    expectExit(await end.project.preview(["--expect-no-changes"]), 0);
  });

  test("of a resource that failed stay unknown while the run goes on", async () => {
    end.setProgram(`${SERVICE}${CREDENTIAL}
      const missing = new IscsiService("missing", { svm: { name: "nowhere" } });
      exports.name = missing.targetName;
      new IscsiCredentials("later", { svm: { uuid: missing.svmUuid }, initiator: "${HOST}2", authenticationType: "none" });`);
    const { code, text } = await end.project.up(["--continue-on-error"]);
    expect(code).not.toBe(0);
    expect(text).toContain("nowhere");
    expect(text).not.toContain("unknown resource");
    expect(text).not.toMatch(/\n\s+at /);
  });
});
