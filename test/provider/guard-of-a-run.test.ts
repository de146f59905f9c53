import { HOST, OTHER_HOST, SVM1 } from "../names";
import { FRONTS, ProviderHarness, type Resource } from "./provider-harness";

const svm = { name: "svm1" };
const none = { authenticationType: "none" };
const deny = { authenticationType: "deny" };

describe.each(FRONTS)("The session guard over a whole run (%s)", (front) => {
  let harness: ProviderHarness;
  let run: ProviderHarness;
  let host: Resource;
  let fallback: Resource;

  beforeAll(async () => {
    harness = await ProviderHarness.start({ front });
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    await harness.control("DELETE", "/faults");
    await harness.control("PUT", "/state", {
      svms: [{ uuid: SVM1, name: "svm1" }],
      services: [{ svm }],
      interfaces: [{ svm, name: "iscsi_lif1", ip: { address: "192.168.0.1" } }],
    });
    const before = await harness.newProcess();
    host = await before.create("IscsiCredentials", { svm, initiator: HOST, ...none });
    fallback = await before.create("IscsiCredentials", { svm, initiator: "default", ...none });
    await before.stopProcess();
    await harness.control("POST", "/sessions", {
      svm: "svm1",
      interface: "iscsi_lif1",
      initiator: HOST,
      address: "10.0.0.5",
    });
    run = await harness.newProcess();
    await harness.calls();
  });
  afterEach(() => run.stopProcess());

  const replaced = () => run.preview(host, { svm, initiator: OTHER_HOST, ...none });
  const denied = () => run.preview(fallback, { svm, initiator: "default", ...deny });

  test.each([
    ["the row first", () => [replaced, denied] as const],
    ["the default row first", () => [denied, replaced] as const],
  ])("refuses in the preview what bars a host only together: %s", async (_what, order) => {
    const [first, second] = order();
    await first();
    await expect(second()).rejects.toThrow(/1 live session would be locked out at the next login/);
  });

  test("refuses the second write where the preview knew of one change only", async () => {
    await denied();
    const inputs = await run.check("IscsiCredentials", fallback.inputs, { svm, initiator: "default", ...deny });
    const text = { __provider: fallbackText };
    await run.host.update("IscsiCredentials", fallback.id, { ...fallback.outputs, ...text }, { ...inputs, ...text });
    await expect(run.delete(host)).rejects.toThrow(
      /the default credential would apply: its next login would be denied/,
    );
  });

  test("looks again where another write on the SVM came after the look of the plan", async () => {
    await denied();
    await harness.calls();
    await run.create("IscsiCredentials", { svm, initiator: OTHER_HOST, ...none });
    expect(await harness.calls()).toEqual(["POST credentials"]);
    const inputs = await run.check("IscsiCredentials", fallback.inputs, { svm, initiator: "default", ...deny });
    const text = { __provider: fallbackText };
    await run.host.update("IscsiCredentials", fallback.id, { ...fallback.outputs, ...text }, { ...inputs, ...text });
    expect(await harness.calls()).toEqual(["GET sessions", "GET credentials", "PATCH credentials"]);
  });

  test.each([
    ["the default row is not there", { kind: "status", status: 404, code: "4" }],
    ["the answer is empty", { kind: "wrongType" }],
  ])("refuses a deletion where %s", async (_what, fault) => {
    await harness.control("POST", "/faults", {
      ...fault,
      match: { method: "GET", path: "/api/protocols/san/iscsi/credentials" },
    });
    await expect(run.delete(host)).rejects.toThrow(/could not be looked at/);
  });

  test("refuses a change of the default row where the list of rows lacks it", async () => {
    await harness.control("POST", "/faults", {
      kind: "emptyPage",
      afterMs: 10,
      match: { method: "GET", path: "/api/protocols/san/iscsi/credentials" },
    });
    await expect(denied()).rejects.toThrow(/could not be looked at.*default credential.*is not among them/);
  });

  test("asks for the default row itself where that is all that decides", async () => {
    await run.delete(host);
    const requests = await harness.control<{ method: string; path: string }[]>("GET", "/requests");
    expect(requests.map(({ path }) => path.split("/").at(-1))).toEqual(["sessions", "default", expect.any(String)]);
  });

  test("lets ONTAP_FORCE_DISCONNECT of a service cover its rows", async () => {
    await harness.control("PUT", "/state", {
      ...(await harness.control<object>("GET", "/state")),
      credentials: [
        { svm, initiator: "default", authentication_type: "deny" },
        { svm, initiator: HOST, authentication_type: "none" },
      ],
    });
    await expect(run.delete(host)).rejects.toThrow(/default credential would apply/);
    const forced = await harness.newProcess({ ONTAP_FORCE_DISCONNECT: SVM1 });
    await forced.delete(host);
    await forced.stopProcess();
  });
});

const fallbackText = 'exports.handler=()=>require("pulumi-ontap-iscsi/provider").IscsiCredentials';
