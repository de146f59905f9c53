import type { PluginHarness } from "../e2e/plugin-harness";
import { stepOf } from "../engine/report";
import { expectExit } from "../expect-exit";
import { HOST, SVM1 } from "../names";
import { type PythonProject, startPython } from "./python-project";

const INBOUND = "python-inbound-canary";
const OUTBOUND = "python-outbound-canary";
const BY_NAME = 'ontap.SvmArgs(name="svm1")';
const BY_UUID = `ontap.SvmArgs(uuid="${SVM1}")`;

const program = ({ svm = BY_NAME, alias = "hosts", user = "host", netmask = "24", initiator = HOST } = {}) => `
import pulumi
import pulumi_ontap_iscsi as ontap

service = ontap.IscsiService("service", svm=${svm}, target=ontap.IscsiTargetArgs(alias="${alias}"))
host = ontap.IscsiCredentials(
    "host",
    svm=${svm},
    initiator="${initiator}",
    authentication_type="chap",
    chap=ontap.ChapArgs(
        inbound=ontap.ChapUserArgs(user="${user}", password="${INBOUND}"),
        outbound=ontap.ChapUserArgs(user="array", password="${OUTBOUND}"),
    ),
    initiator_address=ontap.InitiatorAddressArgs(
        masks=[ontap.AddressMaskArgs(address="192.0.2.0", netmask=${netmask})],
    ),
    opts=pulumi.ResourceOptions(depends_on=[service]),
)
pulumi.export("target_name", service.target_name)
pulumi.export("svm_uuid", host.svm_uuid)
pulumi.export("svm_name", host.svm_name)
`;

describe("a Python program with the generated SDK, on the real engine", () => {
  let project: PythonProject;
  let harness: PluginHarness;
  beforeAll(async () => {
    project = await startPython(program());
    harness = project.harness;
  });
  afterAll(() => project?.stop());
  const upAndNothingLeft = async () => {
    expectExit(await harness.project.up(), 0);
    expectExit(await harness.project.preview(["--expect-no-changes"]), 0);
  };
  const noPasswordIn = (text: string) => {
    expect([INBOUND, OUTBOUND, harness.password].filter((password) => text.includes(password))).toEqual([]);
  };

  it("previews and creates, with no password in its state or output", async () => {
    const preview = await harness.project.preview(["--json"]);
    expectExit(preview, 0);
    noPasswordIn(preview.text);
    expect(["service", "host"].map((name) => stepOf(preview.report(), name).op)).toEqual(["create", "create"]);
    await harness.requests();

    const up = await harness.project.up();
    expectExit(up, 0);
    noPasswordIn(up.text);
    expect(await harness.calls()).toEqual(expect.arrayContaining(["POST services", "POST credentials"]));
    expect(await harness.project.outputs()).toMatchObject({ svm_uuid: SVM1, svm_name: "svm1" });
    noPasswordIn(JSON.stringify(await harness.project.exportState()));
    expect(JSON.stringify(await harness.project.exportState({ showSecrets: true }))).toContain(INBOUND);
  });

  it("shows nothing to do afterwards, in a preview and in a refresh, and writes nothing", async () => {
    expectExit(await harness.project.preview(["--expect-no-changes"]), 0);
    expectExit(await harness.project.refresh(["--expect-no-changes"]), 0);
    expect((await harness.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);
  });

  it.each([
    ["the SVM by its UUID", { svm: BY_UUID }],
    ["the netmask as dotted text", { svm: BY_UUID, netmask: '"255.255.255.0"' }],
    ["the netmask as its length in text", { netmask: '"24"' }],
  ])("is never replaced by another notation: %s", async (_, notation) => {
    harness.setProgram(program(notation));
    const preview = await harness.project.preview(["--json"]);
    expectExit(preview, 0);
    const operations = preview.report().steps.map(({ op }) => op);
    expect(operations.filter((op) => op !== "same" && op !== "update")).toEqual([]);
    await upAndNothingLeft();
    expect((await harness.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);
  });

  it("changes what changed, and replaces the row of another initiator", async () => {
    harness.setProgram(program({ alias: "others", user: "another" }));
    const preview = await harness.project.preview(["--json"]);
    expect(["service", "host"].map((name) => stepOf(preview.report(), name).op)).toEqual(["update", "update"]);
    await upAndNothingLeft();
    expect((await harness.calls()).filter((call) => !call.startsWith("GET")).sort()).toEqual([
      "PATCH credentials",
      "PATCH services",
    ]);

    harness.setProgram(program({ alias: "others", user: "another", initiator: `${HOST}-new` }));
    const replacement = (await harness.project.preview(["--json"])).report();
    expect(stepOf(replacement, "host")).toMatchObject({ op: "replace", replaceReasons: ["initiator"] });
    expect(replacement.changeSummary).toEqual({ replace: 1, same: 2 });
    await upAndNothingLeft();
  });

  it("repairs what was changed by hand, after a refresh", async () => {
    await harness.byHand("PATCH", `services/${SVM1}`, { target: { alias: "by-hand" } });
    expectExit(await harness.project.refresh(), 0);
    await harness.calls();
    await upAndNothingLeft();
    expect(await harness.calls()).toContain("PATCH services");
  });

  it("destroys", async () => {
    const destroy = await harness.project.destroy();
    expectExit(destroy, 0);
    noPasswordIn(destroy.text);
    expect((await harness.calls()).filter((call) => !call.startsWith("GET"))).toEqual([
      "DELETE credentials",
      "PATCH services",
      "DELETE services",
    ]);
  });
});
