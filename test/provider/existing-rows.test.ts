import { Hosted, type Resource } from "./hosted";

const UUID = "19d04b8e-94d7-11e8-8370-005056b48fd2";
const NAMES = ["iqn.1991-05.com.microsoft:HOST_A", "naa.52004567ba64678d", "EUI.0123456789ABCDEF"];
const type = "IscsiCredentials";

describe("A row that exists under a name that a preview refuses", () => {
  let hosted: Hosted;
  beforeEach(async () => {
    hosted = await Hosted.start({
      fixture: {
        svms: [
          { name: "svm1", uuid: UUID },
          { name: "svm2", uuid: "25f617cf-94d7-11e8-8370-005056b48fd2" },
        ],
        services: [{ svm: { name: "svm1" } }, { svm: { name: "svm2" } }],
        credentials: NAMES.map((initiator) => ({ svm: { name: "svm1" }, initiator, authentication_type: "none" })),
      },
    });
  });
  afterEach(() => hosted.stop());

  /** The row as it is read, and as an import records it. */
  async function recorded(initiator: string): Promise<Resource> {
    const {
      id,
      inputs = {},
      properties,
    } = await hosted.read({ type, id: `${UUID}/${initiator}`, inputs: {}, outputs: {} });
    await hosted.calls();
    return { type, id, inputs, outputs: properties };
  }

  test.each(NAMES)("%s is read, is no change, and can be changed and removed", async (initiator) => {
    const row = await recorded(initiator);
    expect(row.inputs).toMatchObject({ initiator });
    expect(await hosted.preview(row, row.inputs)).toMatchObject({ changes: false, replaces: [] });
    expect(await hosted.calls()).toEqual([]);
    const denied = await hosted.update(row, { ...row.inputs, authenticationType: "deny", forceDisconnect: true });
    expect(await hosted.calls()).toEqual(["PATCH credentials"]);
    await hosted.delete(denied);
    expect(await hosted.calls()).toEqual(["DELETE credentials"]);
  });

  test.each(NAMES)("%s is refused where it would be made anew", async (initiator) => {
    const row = await recorded(initiator);
    // A replacement is checked a second time, without what was recorded, before anything is deleted.
    await expect(hosted.check(type, {}, { ...row.inputs, svm: { name: "svm2" } })).rejects.toThrow(
      /initiator: .*ONTAP 53739/,
    );
    const another = await recorded("default");
    await expect(hosted.preview(another, row.inputs)).rejects.toThrow(/initiator: .*ONTAP 53739/);
    expect(await hosted.calls()).toEqual([]);
  });
});
