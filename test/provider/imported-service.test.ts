import { kinds } from "../../provider/inventory";
import { connect } from "../../provider/rest";
import { FRONTS, ProviderHarness } from "./provider-harness";

describe.each(FRONTS)("An imported service (%s)", (front) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    const svm = { name: "svm1" };
    harness = await ProviderHarness.start({ front, fixture: { svms: [svm], services: [{ svm }] } });
  });
  afterAll(() => harness.stop());

  test("that somebody disabled stays so where ONTAP refuses to delete it", async () => {
    const { url: host, username, password } = harness;
    const survey = await kinds[0]?.survey(connect({ host, username, password }));
    const { id, inputs, outputs } = survey?.found[0] ?? { id: "", inputs: {}, outputs: {} };
    expect(outputs).toMatchObject({ enabled: true });
    const state = await harness.control<{ services: object[] }>("GET", "/state");
    const services = state.services.map((service) => ({ ...service, enabled: false }));
    await harness.control("PUT", "/state", { ...state, services });
    await harness.control("PUT", "/settings", { personality: "asaR2" });
    await harness.calls();
    await expect(harness.delete({ type: "IscsiService", id, inputs, outputs })).rejects.toThrow(/5376452/);
    expect(await harness.calls()).toEqual(["GET services", "DELETE services"]);
    expect(await harness.control("GET", "/state")).toMatchObject({ services: [{ enabled: false }] });
  });
});
