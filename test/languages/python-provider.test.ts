import { expectExit } from "../expect-exit";
import { HOST, SVM1 } from "../names";
import { type PythonProject, startPython } from "./python-project";

const INBOUND = "python-provider-canary";

const PROGRAM = `
import pulumi
import pulumi_ontap_iscsi as ontap

settings = pulumi.Config("ontap-iscsi")
east = ontap.Provider(
    "east",
    host=settings.require("host"),
    username=settings.require("username"),
    password=settings.require("password"),
)
through_east = pulumi.ResourceOptions(provider=east)
service = ontap.IscsiService("service", svm=ontap.SvmArgs(name="svm1"), opts=through_east)
host = ontap.IscsiCredentials(
    "host",
    svm=ontap.SvmArgs(uuid=service.svm_uuid),
    initiator="${HOST}",
    authentication_type=ontap.AuthenticationType.CHAP,
    chap=ontap.ChapArgs(inbound=ontap.ChapUserArgs(user="host", password="${INBOUND}")),
    on_remove=ontap.OnRemove.DELETE,
    opts=through_east,
)
found = ontap.get_iscsi_service_output(
    svm={"uuid": service.svm_uuid}, opts=pulumi.InvokeOutputOptions(provider=east, depends_on=[service])
)
listed = ontap.get_iscsi_credentials_output(
    initiator={"like": "iqn.1998*"}, opts=pulumi.InvokeOutputOptions(provider=east, depends_on=[host])
)
pulumi.export("enabled", found.enabled)
pulumi.export("initiators", listed.credentials.apply(lambda rows: [row.initiator for row in rows]))
pulumi.export("svm_uuid", host.svm_uuid)
`;

describe("a Python program with a provider of its own", () => {
  let project: PythonProject;
  beforeAll(async () => {
    project = await startPython(PROGRAM);
  });
  afterAll(() => project?.stop());

  it("creates through it, asks functions through it, and shows nothing to do afterwards", async () => {
    const { harness } = project;
    expectExit(await harness.project.preview(), 0);
    expectExit(await harness.project.up(), 0);
    expect(await harness.project.outputs()).toEqual({ enabled: true, initiators: [HOST], svm_uuid: SVM1 });
    expectExit(await harness.project.preview(["--expect-no-changes"]), 0);

    const state = await harness.project.exportState();
    const ours = state.deployment.resources?.filter(({ type }) => type.startsWith("ontap-iscsi:")) ?? [];
    const providers = state.deployment.resources?.filter(({ type }) => type === "pulumi:providers:ontap-iscsi") ?? [];
    expect(ours.length).toBe(2);
    expect(providers.map(({ urn }) => urn.split("::").at(-1))).toEqual(["east"]);
    expect([INBOUND, harness.password].filter((password) => JSON.stringify(state).includes(password))).toEqual([]);

    expectExit(await harness.project.destroy(), 0);
  });
});
