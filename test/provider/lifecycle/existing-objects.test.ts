import { check } from "../../../provider/lifecycle/check";
import type { CommonInputs, ResourceDefinition } from "../../../provider/lifecycle/definition";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { iscsiService } from "../../../provider/resources/iscsi-service";
import type { PropertyMap } from "../../../provider/schema/property-map";
import { HOST, ON_SVM1, OTHER_HOST, SVM1 } from "../../names";
import { UNKNOWNS } from "../schema/arguments";
import { ArrayHarness } from "./array-harness";

const chap = { inbound: { user: "host1", password: "inbound-password" } };
const adopted = { ...ON_SVM1, adopt: true };
const host = { ...ON_SVM1, initiator: HOST, authenticationType: "chap", chap };

describe("A preview of a create where something exists", () => {
  let harness: ArrayHarness;
  beforeEach(async () => {
    harness = await ArrayHarness.start({
      svms: [{ name: "svm1", uuid: SVM1 }, { name: "svm2" }],
      services: [{ svm: { name: "svm1" }, enabled: false, target: { alias: "theirs" } }],
      credentials: [
        { svm: { name: "svm1" }, initiator: "default", authentication_type: "none" },
        { svm: { name: "svm1" }, initiator: HOST, authentication_type: "none" },
        {
          svm: { name: "svm1" },
          initiator: OTHER_HOST,
          authentication_type: "chap",
          chap: { inbound: { user: "theirs", password: "their-password" } },
        },
      ],
    });
  });
  afterEach(() => harness.stop());

  async function notesOf<Inputs extends CommonInputs, Wire>(
    definition: ResourceDefinition<Inputs, Wire>,
    news: PropertyMap,
    recorded: PropertyMap = {},
  ): Promise<readonly string[]> {
    await check(harness, definition, recorded, news);
    return harness.notes.splice(0);
  }

  it("says of a service that is adopted what would change, from what to what", async () => {
    expect(await notesOf(iscsiService, { ...adopted, target: { alias: "ours" } })).toEqual([
      'IscsiService: the iSCSI service of SVM svm1 exists and is adopted; it changes enabled from false to true, target.alias from "theirs" to "ours"',
    ]);
    expect(await notesOf(iscsiService, { svm: { uuid: SVM1 }, adopt: true, enabled: false })).toEqual([
      `IscsiService: the iSCSI service of SVM ${SVM1} exists and is adopted; nothing that ONTAP shows changes`,
    ]);
  });

  it("says so of credentials, whose passwords are sent and not shown, from one list of the SVM", async () => {
    const told = await Promise.all([
      notesOf(iscsiCredentials, { ...host, adopt: true }),
      check(harness, iscsiCredentials, {}, { ...host, initiator: OTHER_HOST, adopt: true }),
      check(harness, iscsiCredentials, {}, { ...ON_SVM1, initiator: "default", authenticationType: "deny" }),
    ]);
    expect([...told[0], ...harness.notes].sort()).toEqual([
      'IscsiCredentials: the iSCSI credential of default on SVM svm1 exists and is adopted; it changes authenticationType from "none" to "deny"',
      `IscsiCredentials: the iSCSI credential of ${HOST} on SVM svm1 exists and is adopted; it changes authenticationType from "none" to "chap", chap.inbound.user from none to "host1"; chap.inbound.password is sent, since ONTAP shows no passwords`,
      `IscsiCredentials: the iSCSI credential of ${OTHER_HOST} on SVM svm1 exists and is adopted; it changes chap.inbound.user from "theirs" to "host1"; chap.inbound.password is sent, since ONTAP shows no passwords`,
    ]);
    expect(await harness.calls("collections")).toEqual(["GET credentials"]);
  });

  it("tells nothing of what is not known yet, or is not there", async () => {
    expect(await notesOf(iscsiService, { ...adopted, enabled: false, target: { alias: UNKNOWNS.text } })).toEqual([
      expect.stringContaining("nothing that ONTAP shows changes"),
    ]);
    expect(await notesOf(iscsiCredentials, { ...host, adopt: true, authenticationType: UNKNOWNS.text })).toEqual([]);
    expect(await notesOf(iscsiCredentials, { ...host, adopt: true, initiator: `${HOST}9` })).toEqual([]);
    expect(await notesOf(iscsiService, { svm: { name: "svm2" }, adopt: true })).toEqual([]);
  });

  it("says that it could not be told where the list is refused, once", async () => {
    const match = { path: "/api/protocols/san/iscsi/credentials" };
    await harness.control("POST", "/faults", { kind: "status", status: 403, code: "6", match });
    const told = [
      ...(await notesOf(iscsiCredentials, { ...host, adopt: true })),
      ...(await notesOf(iscsiCredentials, { ...host, initiator: "default" })),
    ];
    expect(told).toEqual([expect.stringMatching(/^IscsiCredentials: .*SVM svm1 could not be told: .*403/)]);
  });

  it("says of a service that is not adopted that its create would fail, without a request beyond the probe", async () => {
    expect(await notesOf(iscsiService, ON_SVM1)).toEqual([
      "IscsiService: the iSCSI service of SVM svm1 cannot be created, since the SVM has an iSCSI service already. Set adopt: true to adopt it, or import it",
    ]);
    expect(await notesOf(iscsiService, { svm: { uuid: SVM1 } })).toHaveLength(1);
    expect(await notesOf(iscsiService, { svm: { name: "svm2" } })).toEqual([]);
    expect(await notesOf(iscsiCredentials, host)).toEqual([]);
    expect(await harness.calls()).toEqual([]);
  });

  it("says nothing of the stack's own object, whose replacement was planned or forced", async () => {
    for (const news of [ON_SVM1, adopted]) {
      expect(await notesOf(iscsiService, news, { ...ON_SVM1, enabled: true })).toEqual([]);
      expect(await notesOf(iscsiService, news)).toEqual([]);
    }
  });
});
