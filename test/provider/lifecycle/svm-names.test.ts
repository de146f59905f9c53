import { SvmNames } from "../../../provider/lifecycle/svm-names";
import { SVM1, SVM2 } from "../../names";
import { ArrayHarness } from "./array-harness";

describe("The names of SVMs", () => {
  let harness: ArrayHarness;
  let names: SvmNames;
  beforeAll(async () => {
    harness = await ArrayHarness.start();
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    names = new SvmNames();
    await harness.control("DELETE", "/faults");
    await harness.calls();
  });

  it("are asked for once, for all who want to know at the same time or soon after", async () => {
    const asked = await Promise.all([1, 2, 3].map(() => names.uuidOf(harness.ontap, "svm2")));
    expect([...asked, await names.uuidOf(harness.ontap, "svm2")]).toEqual([SVM2, SVM2, SVM2, SVM2]);
    expect(await names.nameOf(harness.ontap, SVM1.toUpperCase())).toBe("svm1");
    expect(await harness.calls()).toHaveLength(2);
  });

  it("are asked for again after a failure", async () => {
    await harness.control("POST", "/faults", { kind: "status", status: 403, code: "6", times: 1 });
    await expect(names.uuidOf(harness.ontap, "svm1")).rejects.toMatchObject({ ontapCode: "6" });
    await expect(names.uuidOf(harness.ontap, "svm1")).resolves.toBe(SVM1);
  });

  it("are taken literally", async () => {
    await expect(names.uuidOf(harness.ontap, "svm*")).rejects.toMatchObject({ code: "not-found" });
  });

  it("are remembered as the array last gave them", async () => {
    expect(names.lastKnown(harness.ontap, SVM1)).toBeUndefined();
    await names.uuidOf(harness.ontap, "svm1");
    expect(names.lastKnown(harness.ontap, SVM1)).toBe("svm1");
    names.learn(harness.ontap, SVM1.toUpperCase(), "svm1new");
    expect(names.lastKnown(harness.ontap, SVM1)).toBe("svm1new");
  });
});
