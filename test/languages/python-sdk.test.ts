import { rmSync } from "node:fs";
import { temporaryFolder } from "./generated-sdk";
import { type PythonEnvironment, pythonEnvironment } from "./python-environment";
import { runTool } from "./toolchain";

describe("the Python SDK", () => {
  let root: string;
  let python: PythonEnvironment;
  beforeAll(async () => {
    root = temporaryFolder();
    python = await pythonEnvironment(root);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it("is generated and installed, and offers both resources and the provider", async () => {
    const program = `
import pulumi, pulumi_ontap_iscsi as ontap
assert issubclass(ontap.IscsiService, pulumi.CustomResource)
assert issubclass(ontap.IscsiCredentials, pulumi.CustomResource)
assert issubclass(ontap.Provider, pulumi.ProviderResource)
print(ontap.ChapArgs(inbound=ontap.ChapUserArgs(user="host")).inbound.user)`;
    expect(await runTool(python.python, ["-c", program], { env: python.env })).toBe("host\n");
  });
});
