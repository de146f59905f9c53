import { create } from "../../../provider/lifecycle/create";
import { remove } from "../../../provider/lifecycle/delete";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { iscsiService } from "../../../provider/resources/iscsi-service";
import { HOST, SVM1 } from "../../names";
import { ArrayHarness } from "./array-harness";

const svm = { name: "svm1" };
const ROW = `credentials/${SVM1}/${encodeURIComponent(HOST)}`;

describe("A deletion", () => {
  let harness: ArrayHarness;
  beforeEach(async () => {
    harness = await ArrayHarness.start();
  });
  afterEach(() => harness.stop());

  async function service(enabled = true) {
    const { id, outputs } = await create(harness, iscsiService, { svm, enabled });
    await harness.calls();
    return { id, outputs, gone: () => remove(harness, iscsiService, id, outputs) };
  }

  async function credential(initiator = HOST, authenticationType = "none") {
    await service();
    const { id, outputs } = await create(harness, iscsiCredentials, { svm, initiator, authenticationType });
    await harness.calls();
    return { id, outputs, gone: () => remove(harness, iscsiCredentials, id, outputs) };
  }

  const logIn = () =>
    harness.control("POST", "/sessions", {
      svm: "svm1",
      interface: "iscsi_lif1",
      initiator: HOST,
      address: "10.0.0.5",
    });

  it("of an enabled service looks at its sessions, disables it and deletes it", async () => {
    const { gone } = await service();
    await gone();
    expect(await harness.calls()).toEqual(["GET sessions", `PATCH services/${SVM1}`, `DELETE services/${SVM1}`]);
  });

  it("of a disabled service is one request", async () => {
    const { gone } = await service(false);
    await gone();
    expect(await harness.calls()).toEqual([`DELETE services/${SVM1}`]);
  });

  it("of a service that was enabled by hand looks at its sessions all the same", async () => {
    const { gone } = await service(false);
    await harness.ontap.iscsiServices.update(SVM1, { enabled: true });
    await logIn();
    await expect(gone()).rejects.toMatchObject({ code: "guarded", message: expect.stringContaining(HOST) });
    expect((await harness.calls()).filter((call) => !call.startsWith("GET"))).toEqual([
      `PATCH services/${SVM1}`,
      `DELETE services/${SVM1}`,
    ]);
  });

  it("of a credential is one request beside the look at its sessions", async () => {
    const { gone } = await credential();
    await gone();
    expect(await harness.calls()).toEqual(["GET sessions", `DELETE ${ROW}`]);
  });

  it("of what is gone already is done, with its service or without", async () => {
    const { gone } = await credential();
    await harness.ontap.iscsiCredentials.delete(SVM1, HOST);
    await expect(gone()).resolves.toBeUndefined();
    await harness.ontap.iscsiServices.update(SVM1, { enabled: false });
    await harness.ontap.iscsiServices.delete(SVM1);
    await expect(gone()).resolves.toBeUndefined();
    await expect(remove(harness, iscsiService, SVM1, { svm, enabled: true })).resolves.toBeUndefined();
  });

  it("never takes an SVM that the array does not know for a deleted one, unless the user says so", async () => {
    const { gone } = await credential();
    await harness.control("POST", "/faults", { kind: "status", status: 404, code: "2621462" });
    await expect(gone()).rejects.toMatchObject({
      ontapCode: "2621462",
      message: expect.stringMatching(/wrong array.*ONTAP_DELETED_SVMS/),
    });
    harness.env.ONTAP_DELETED_SVMS = `x, ${SVM1.toUpperCase()}`;
    await expect(gone()).resolves.toBeUndefined();
  });

  it("is refused while a session would be cut, and allowed by the id in the environment", async () => {
    const { gone, id } = await service();
    await logIn();
    await expect(gone()).rejects.toMatchObject({
      code: "guarded",
      message: expect.stringContaining(`ONTAP_FORCE_DISCONNECT=${id}`),
    });
    expect(await harness.calls()).toEqual(["GET sessions"]);
    harness.env.ONTAP_FORCE_DISCONNECT = `other,${id}`;
    await gone();
    expect(await harness.calls()).toEqual([`PATCH services/${SVM1}`, `DELETE services/${SVM1}`]);
  });

  it("of the default credential sets it back to none where it was none when it was taken over", async () => {
    const { gone, outputs } = await credential("default", "deny");
    expect(outputs).toMatchObject({ __meta: { adoptedFrom: "none" } });
    await gone();
    expect(await harness.calls()).toEqual([`GET credentials/${SVM1}/default`, `PATCH credentials/${SVM1}/default`]);
  });

  it("of the default credential leaves it as it is where it was closed before, and warns", async () => {
    await service();
    await harness.ontap.iscsiCredentials.update(SVM1, "default", { authentication_type: "deny" });
    const { id, outputs } = await create(harness, iscsiCredentials, {
      svm,
      initiator: "default",
      authenticationType: "deny",
    });
    await harness.calls();
    await remove(harness, iscsiCredentials, id, outputs);
    expect(await harness.calls()).toEqual([]);
    expect(harness.warnings).toEqual([expect.stringMatching(/default.*cannot be deleted.*deny before/)]);
  });
});
