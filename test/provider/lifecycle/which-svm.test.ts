import { SvmNames } from "../../../provider/lifecycle/svm-names";
import { refersTo, requireAgreement } from "../../../provider/lifecycle/which-svm";
import type { SvmReference } from "../../../provider/schema/svm";
import { SVM1, SVM2 } from "../../names";
import { ArrayHarness } from "./array-harness";

describe("Whether a reference means the recorded SVM", () => {
  let harness: ArrayHarness;
  beforeAll(async () => {
    harness = await ArrayHarness.start();
  });
  afterAll(() => harness.stop());

  const byName = { given: { name: "svm1" }, uuid: SVM1 };
  const means = (recorded: { given: SvmReference | undefined; uuid: string }, wanted: SvmReference) =>
    refersTo(new SvmNames(), harness.ontap, recorded, wanted);

  test.each([
    ["the recorded name", byName, { name: "svm1" }, true],
    ["the recorded name, whatever it means today", { given: { name: "svm2" }, uuid: SVM1 }, { name: "svm2" }, true],
    ["its UUID, in any case", byName, { uuid: SVM1.toUpperCase() }, true],
    ["the recorded pair", { given: { name: "svm1", uuid: SVM1 }, uuid: SVM1 }, { name: "svm1", uuid: SVM1 }, true],
  ])("is plain from %s", async (_what, recorded, wanted, verdict) => {
    await expect(means(recorded, wanted)).resolves.toBe(verdict);
    expect(await harness.calls()).toEqual([]);
  });

  test.each([
    ["a name that is new", { given: { name: "svm0" }, uuid: SVM1 }, { name: "svm1" }, true],
    ["a name that only the UUID was recorded for", { given: { uuid: SVM1 }, uuid: SVM1 }, { name: "svm1" }, true],
    ["a name where nothing is known of the run before", { given: undefined, uuid: SVM1 }, { name: "svm1" }, true],
    ["another name", byName, { name: "svm2" }, false],
    ["another UUID", byName, { uuid: SVM2 }, false],
    ["a name that the UUID now comes with", byName, { name: "svm1", uuid: SVM1 }, true],
    ["name and UUID of another", byName, { name: "svm2", uuid: SVM2 }, false],
  ])("takes one request for %s", async (_what, recorded, wanted, verdict) => {
    await expect(means(recorded, wanted)).resolves.toBe(verdict);
    expect(await harness.calls()).toEqual([expect.stringMatching(/^GET svms/)]);
  });

  it("cannot be told for a name that the array does not know", async () => {
    await expect(means(byName, { name: "svm9" })).rejects.toMatchObject({
      code: "not-found",
      message: expect.stringMatching(/find the SVM "svm9".*knows no SVM of that name/),
    });
  });

  it("cannot be told for a UUID that the array does not know", async () => {
    const wanted = { uuid: "00000000-0000-0000-0000-000000000009" };
    await expect(means(byName, wanted)).rejects.toMatchObject({ code: "not-found" });
  });

  test.each([
    ["its UUID with another name", { name: "svm2", uuid: SVM1 }],
    ["its recorded name with another UUID", { name: "svm1", uuid: SVM2 }],
  ])("is a mistake where name and UUID mean different SVMs (2621706): %s", async (_what, wanted) => {
    await expect(means(byName, wanted)).rejects.toMatchObject({
      code: "configuration",
      message: expect.stringContaining("ONTAP 2621706"),
    });
  });

  it("agrees with what the array answers, in any case of the UUID, and for one of the two alone", () => {
    const actual = { name: "svm1", uuid: SVM1 };
    for (const given of [{}, { name: "svm9" }, { uuid: SVM2 }, { name: "svm1", uuid: SVM1.toUpperCase() }]) {
      expect(() => requireAgreement(given, actual)).not.toThrow();
    }
    expect(() => requireAgreement({ name: "svm1", uuid: SVM2 }, actual)).toThrow("2621706");
  });
});
