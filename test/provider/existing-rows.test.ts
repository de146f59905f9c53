import { SVM1, SVM2 } from "../names";
import { FRONTS, ProviderHarness, type Resource } from "./provider-harness";

const NAMES = ["iqn.1991-05.com.microsoft:HOST_A", "naa.52004567ba64678d", "EUI.0123456789ABCDEF"];
const type = "IscsiCredentials";

describe.each(FRONTS)("A row that exists under a name that a preview refuses (%s)", (front) => {
  let harness: ProviderHarness;
  beforeEach(async () => {
    harness = await ProviderHarness.start({
      front,
      fixture: {
        svms: [
          { name: "svm1", uuid: SVM1 },
          { name: "svm2", uuid: SVM2 },
        ],
        services: [{ svm: { name: "svm1" } }, { svm: { name: "svm2" } }],
        credentials: NAMES.map((initiator) => ({ svm: { name: "svm1" }, initiator, authentication_type: "none" })),
      },
    });
  });
  afterEach(() => harness.stop());

  /** The row as it is read, and as an import records it. */
  async function recorded(initiator: string): Promise<Resource> {
    const {
      id,
      inputs = {},
      properties,
    } = await harness.read({ type, id: `${SVM1}/${initiator}`, inputs: {}, outputs: {} });
    await harness.calls();
    return { type, id, inputs, outputs: properties };
  }

  test.each(NAMES)("%s is read, is no change, and can be changed and removed", async (initiator) => {
    const row = await recorded(initiator);
    expect(row.inputs).toMatchObject({ initiator });
    expect(await harness.preview(row, row.inputs)).toMatchObject({ changes: false, replaces: [] });
    expect(await harness.calls()).toEqual([]);
    const denied = await harness.update(row, { ...row.inputs, authenticationType: "deny", forceDisconnect: true });
    expect(await harness.calls()).toEqual(["PATCH credentials"]);
    await harness.delete(denied);
    // What decides from then on is said, and so looked for.
    expect(await harness.calls()).toEqual(["DELETE credentials", "GET credentials"]);
  });

  test.each(NAMES)("%s is refused where it would be made anew", async (initiator) => {
    const row = await recorded(initiator);
    // A replacement is checked a second time, without what was recorded, before anything is deleted.
    await expect(harness.check(type, {}, { ...row.inputs, svm: { name: "svm2" } })).rejects.toThrow(
      /initiator: .*ONTAP 53739/,
    );
    const another = await recorded("default");
    await expect(harness.preview(another, row.inputs)).rejects.toThrow(/initiator: .*ONTAP 53739/);
    expect(await harness.calls()).toEqual([]);
  });
});
