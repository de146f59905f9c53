import { iscsiCredentials } from "../../provider/resources/iscsi-credentials";
import { iscsiService } from "../../provider/resources/iscsi-service";
import { ON_SVM1, SVM1 } from "../names";
import { FRONTS, ProviderHarness } from "./provider-harness";

const ARGS = { ...ON_SVM1, initiator: "iqn.1998-01.com.example:a", authenticationType: "none" };
const services = ["svm1", "", `${SVM1}/`, `${SVM1}/default`, ` ${SVM1}`, SVM1.replaceAll("-", "")];
const credentials = [SVM1, "", `${SVM1}/`, "svm1/default", "/default", "iqn.1998-01.com.example:a", ` ${SVM1}/default`];

describe.each(FRONTS)("An id that is none (%s)", (front) => {
  let harness: ProviderHarness;
  beforeAll(async () => {
    harness = await ProviderHarness.start({ front });
  });
  afterAll(() => harness.stop());

  async function refusesAll(type: "IscsiService" | "IscsiCredentials", id: string, args: object, message: string) {
    const outputs = { ...args, svmName: "svm1", svmUuid: SVM1 };
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
    await refusesAll("IscsiService", id, { ...ON_SVM1, enabled: true }, message);
  });

  test.each(credentials)("of a credential, %j, is refused by name without a request", async (id) => {
    const message = `which iSCSI credential the id ${JSON.stringify(id)} means: such an id has the form <svm.uuid>/<initiator>, such`;
    await refusesAll("IscsiCredentials", id, ARGS, message);
  });

  test("is a mistake in the configuration to those who branch on it", () => {
    expect(() => iscsiService.key("svm1")).toThrow(expect.objectContaining({ code: "configuration" }));
    expect(() => iscsiCredentials.key(SVM1)).toThrow(expect.objectContaining({ code: "configuration" }));
  });

  test("does not include names that only the preview would refuse", () => {
    const name = "iqn.1991-05.com.microsoft:HOST_A";
    expect(iscsiCredentials.key(`${SVM1}/${name}`)).toEqual({ svmUuid: SVM1, name });
    expect(iscsiService.key(SVM1.toUpperCase())).toEqual({ svmUuid: SVM1.toUpperCase() });
  });
});
