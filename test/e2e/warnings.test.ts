import { HOST, OTHER_HOST } from "../names";
import { EndToEndHarness } from "./harness";

const CANARY = "canary-9";
const PROGRAM = `
  const password = new pulumi.Config().requireSecret("host1");
  const service = new IscsiService("service", { svm: { name: "svm1" } });
  for (const [name, initiator] of [["one", "${HOST}"], ["two", "${OTHER_HOST}"]])
    new IscsiCredentials(name, { svm: service.svm, initiator, authenticationType: "chap",
      chap: { inbound: { user: name, password } } });
  new IscsiCredentialsTable("many", { svm: { name: "svm2" }, credentials: {
    "${HOST}": { authenticationType: "chap", chap: { inbound: { user: "many", password } } },
  } });`;

describe("What works and should not stay so, on the real engine", () => {
  let end: EndToEndHarness;
  beforeAll(async () => {
    end = await EndToEndHarness.start(PROGRAM, { config: { "test-project:host1": { secret: CANARY } } });
  });
  afterAll(() => end?.stop());

  const warnings = async () => {
    const { diagnostics } = (await end.project.expect(["preview", "--json"])).report();
    return diagnostics
      .filter(({ severity }) => severity === "warning")
      .map(({ message }) => message.replace(/^warning: /, "").trim());
  };
  const lengths = [
    "Many initiators refuse a password that is not 12 to 16 bytes long:",
    ...[
      'IscsiCredentials "one", chap',
      'IscsiCredentials "two", chap',
      `IscsiCredentialsTable "many", credentials["${HOST}"].chap`,
    ].map((where) => `  - ${where}.inbound.password, 8 bytes: pulumi config set --secret host1`),
  ].join("\n");

  test("is a password of a length that initiators refuse, told once for all", async () => {
    expect(await warnings()).toEqual([lengths]);
  });

  test("is a certificate that nobody checks, and a password in plaintext, each told once with the command for it", async () => {
    await end.project.setConfig({ "ontap-iscsi:insecure": "true", "ontap-iscsi:password": end.password });
    const told = await warnings();
    expect([...told].sort()).toEqual([
      lengths,
      expect.stringContaining("then pulumi config rm ontap-iscsi:insecure"),
      expect.stringContaining("Encrypt it: pulumi config set --secret ontap-iscsi:password"),
    ]);
    expect(told.join()).not.toContain(CANARY);
  });
});
