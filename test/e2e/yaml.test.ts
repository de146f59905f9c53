import { stepOf } from "../engine/report";
import { expectExit } from "../expect-exit";
import { HOST, SVM1 } from "../names";
import { PluginHarness } from "./plugin-harness";

const INBOUND = "yaml-inbound-canary";
const OUTBOUND = "yaml-outbound-canary";

const program = ({ alias = "hosts", user = "host", netmask = "24", svm = "{ name: svm1 }", initiator = HOST } = {}) => `
resources:
  service:
    type: ontap-iscsi:IscsiService
    properties:
      svm: ${svm}
      target: { alias: ${alias} }
  host:
    type: ontap-iscsi:IscsiCredentials
    properties:
      svm: ${svm}
      initiator: ${initiator}
      authenticationType: chap
      chap:
        inbound: { user: ${user}, password: ${INBOUND} }
        outbound: { user: array, password: ${OUTBOUND} }
      initiatorAddress:
        masks: [{ address: 192.0.2.0, netmask: ${netmask} }]
    options: { dependsOn: ["\${service}"] }
outputs:
  targetName: \${service.targetName}
  svmUuid: \${host.svmUuid}
`;

describe("a YAML program on the real engine", () => {
  let harness: PluginHarness;
  beforeAll(async () => {
    harness = await PluginHarness.startYaml(program());
  });
  afterAll(() => harness?.stop());

  it("does not print a wrong value that the program has as a secret", async () => {
    harness.setProgram(program({ initiator: '{ fn::secret: "iqn.hidden" }' }));
    const { code, text } = await harness.project.preview();
    expect(code).not.toBe(0);
    expect(text).toContain("the date in an IQN must be yyyy-mm");
    expect(text).not.toContain("iqn.hidden");
    harness.setProgram(program());
  });

  it("previews, creates, shows nothing to do, changes, refreshes and destroys", async () => {
    const preview = await harness.project.preview(["--json"]);
    expectExit(preview, 0);
    expect(stepOf(preview.report(), "host").op).toBe("create");
    await harness.calls();

    expectExit(await harness.project.up(), 0);
    expect(await harness.calls()).toEqual(expect.arrayContaining(["POST services", "POST credentials"]));
    expect(await harness.project.outputs()).toMatchObject({ svmUuid: SVM1 });
    const state = JSON.stringify(await harness.project.exportState());
    expect(state).not.toContain(INBOUND);
    expect(state).not.toContain(OUTBOUND);
    expect(state).not.toContain(harness.password);

    expectExit(await harness.project.preview(["--expect-no-changes"]), 0);

    harness.setProgram(program({ alias: "others", user: "another" }));
    const change = await harness.project.preview(["--json", "--diff"]);
    expect(stepOf(change.report(), "host").op).toBe("update");
    expectExit(await harness.project.up(), 0);
    expectExit(await harness.project.preview(["--expect-no-changes"]), 0);

    expectExit(await harness.project.refresh(["--expect-no-changes"]), 0);
    expectExit(await harness.project.destroy(), 0);
    expect((await harness.calls()).filter((call) => call.startsWith("DELETE"))).toEqual([
      "DELETE credentials",
      "DELETE services",
    ]);
  });
});
