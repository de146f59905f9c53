import { iscsiCredentials } from "../../provider/resources/iscsi-credentials";
import { iscsiService } from "../../provider/resources/iscsi-service";
import { ProviderHarness } from "./provider-harness";

const UUID = "19d04b8e-94d7-11e8-8370-005056b48fd2";
const SVM = { svm: { name: "svm1" } };
const HOST = { ...SVM, initiator: "iqn.1998-01.com.example:a", authenticationType: "none" };
const services = ["svm1", "", `${UUID}/`, `${UUID}/default`, ` ${UUID}`, UUID.replaceAll("-", "")];
const credentials = [UUID, "", `${UUID}/`, "svm1/default", "/default", "iqn.1998-01.com.example:a", ` ${UUID}/default`];

describe("An id that is none", () => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start();
  });
  afterAll(() => harness.stop());

  async function refusesAll(type: "IscsiService" | "IscsiCredentials", id: string, args: object, message: string) {
    const outputs = { ...args, svmName: "svm1", svmUuid: UUID };
    const recorded = { type, id, inputs: { ...args }, outputs };
    // The engine reads an object for the first time without anything that is recorded.
    for (const attempt of [
      harness.read({ ...recorded, outputs: {} }),
      harness.read(recorded),
      harness.preview(recorded, { ...args }),
      harness.delete(recorded),
    ]) {
      await expect(attempt).rejects.toThrow(message);
    }
    expect(await harness.calls()).toEqual([]);
  }

  test.each(services)("of a service, %j, is refused by name without a request", async (id) => {
    const message = `which iSCSI service the id ${JSON.stringify(id)} means: such an id has the form <svm.uuid>, such`;
    await refusesAll("IscsiService", id, { ...SVM, enabled: true }, message);
  });

  test.each(credentials)("of a credential, %j, is refused by name without a request", async (id) => {
    const message = `which iSCSI credential the id ${JSON.stringify(id)} means: such an id has the form <svm.uuid>/<initiator>, such`;
    await refusesAll("IscsiCredentials", id, HOST, message);
  });

  test("is a mistake in the configuration to those who branch on it", () => {
    expect(() => iscsiService.key("svm1")).toThrow(expect.objectContaining({ code: "configuration" }));
    expect(() => iscsiCredentials.key(UUID)).toThrow(expect.objectContaining({ code: "configuration" }));
  });

  test("does not include names that only the preview would refuse", () => {
    const initiator = "iqn.1991-05.com.microsoft:HOST_A";
    expect(iscsiCredentials.key(`${UUID}/${initiator}`)).toEqual({ svmUuid: UUID, initiator });
    expect(iscsiService.key(UUID.toUpperCase())).toEqual({ svmUuid: UUID.toUpperCase() });
  });
});
