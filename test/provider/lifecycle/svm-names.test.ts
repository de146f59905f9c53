import { SvmNames } from "../../../provider/lifecycle/svm-names";
import { ArrayWorld, SVM1, SVM2 } from "./array-world";

describe("The names of SVMs", () => {
  let world: ArrayWorld;
  let names: SvmNames;
  beforeAll(async () => {
    world = await ArrayWorld.start();
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    names = new SvmNames();
    await world.control("DELETE", "/faults");
    await world.calls();
  });

  it("are asked for once, for all who want to know at the same time or soon after", async () => {
    const asked = await Promise.all([1, 2, 3].map(() => names.uuidOf(world.ontap, "svm2")));
    expect([...asked, await names.uuidOf(world.ontap, "svm2")]).toEqual([SVM2, SVM2, SVM2, SVM2]);
    expect(await names.nameOf(world.ontap, SVM1.toUpperCase())).toBe("svm1");
    expect(await world.calls()).toHaveLength(2);
  });

  it("are asked for again after a failure", async () => {
    await world.control("POST", "/faults", { kind: "status", status: 403, code: "6", times: 1 });
    await expect(names.uuidOf(world.ontap, "svm1")).rejects.toMatchObject({ ontapCode: "6" });
    await expect(names.uuidOf(world.ontap, "svm1")).resolves.toBe(SVM1);
  });

  it("are taken literally", async () => {
    await expect(names.uuidOf(world.ontap, "svm*")).rejects.toMatchObject({ code: "not-found" });
  });

  it("are remembered as the array last gave them", async () => {
    expect(names.lastKnown(world.ontap, SVM1)).toBeUndefined();
    await names.uuidOf(world.ontap, "svm1");
    expect(names.lastKnown(world.ontap, SVM1)).toBe("svm1");
    names.learn(world.ontap, SVM1.toUpperCase(), "svm1new");
    expect(names.lastKnown(world.ontap, SVM1)).toBe("svm1new");
  });
});
