import { meansJustRead, meansSame, uuidOf } from "../../../provider/lifecycle/which-svm";
import { ArrayWorld, SVM1, SVM2 } from "./array-world";

describe("Whether a reference means the recorded SVM", () => {
  let world: ArrayWorld;
  beforeAll(async () => {
    world = await ArrayWorld.start();
  });
  afterAll(() => world.stop());

  const recorded = { given: { name: "svm1" }, name: "svm1", uuid: SVM1 };
  /** The SVM was svm0 when the program named it, and is called svm1 now. */
  const renamed = { ...recorded, given: { name: "svm0" } };

  // Without asking the array.
  test.each([
    ["the same name", recorded, { name: "svm1" }, true],
    ["its UUID, in any case", recorded, { uuid: SVM1.toUpperCase() }, true],
    ["name and UUID of it", recorded, { name: "svm1", uuid: SVM1 }, true],
    ["its old name, as before", renamed, { name: "svm0" }, true],
    ["its new name and UUID", renamed, { name: "svm1", uuid: SVM1 }, true],
  ])("is plain from %s", async (_what, svm, wanted, verdict) => {
    await expect(meansSame(world.ontap, svm, wanted)).resolves.toBe(verdict);
    expect(await world.calls()).toEqual([]);
  });

  test.each([
    ["its new name", renamed, { name: "svm1" }, true],
    ["another name", recorded, { name: "svm2" }, false],
    ["another UUID", recorded, { uuid: SVM2 }, false],
    [
      "its new name and UUID, while the old one is recorded",
      { ...recorded, name: "svm0" },
      { name: "svm1", uuid: SVM1 },
      true,
    ],
    ["name and UUID of another", recorded, { name: "svm2", uuid: SVM2 }, false],
  ])("takes one request for %s", async (_what, svm, wanted, verdict) => {
    await expect(meansSame(world.ontap, svm, wanted)).resolves.toBe(verdict);
    expect(await world.calls()).toEqual([expect.stringMatching(/^GET \/api\/svm\/svms/)]);
  });

  it("cannot be told for a name that the array does not know", async () => {
    await expect(meansSame(world.ontap, recorded, { name: "svm9" })).rejects.toMatchObject({
      code: "not-found",
      message: expect.stringMatching(/find the SVM "svm9".*knows no SVM of that name/),
    });
  });

  it("cannot be told for a UUID that the array does not know", async () => {
    const wanted = { uuid: "00000000-0000-0000-0000-000000000009" };
    await expect(meansSame(world.ontap, recorded, wanted)).rejects.toMatchObject({ code: "not-found" });
  });

  test.each([
    ["its UUID with another name", { name: "svm2", uuid: SVM1 }],
    ["its name with another UUID", { name: "svm1", uuid: SVM2 }],
  ])("is a mistake where name and UUID mean different SVMs (2621706): %s", async (_what, wanted) => {
    await expect(meansSame(world.ontap, recorded, wanted)).rejects.toMatchObject({
      code: "configuration",
      message: expect.stringContaining("ONTAP 2621706"),
    });
  });

  it("takes a name literally", async () => {
    await expect(uuidOf(world.ontap, "svm*")).rejects.toMatchObject({ code: "not-found" });
    await expect(uuidOf(world.ontap, "svm2")).resolves.toBe(SVM2);
  });

  test.each([
    ["the name of now", { name: "svm1" }, true],
    ["the name of before", { name: "svm0" }, true],
    ["the UUID", { uuid: SVM1.toUpperCase() }, true],
    ["both", { name: "svm0", uuid: SVM1 }, true],
    ["another name", { name: "svm2" }, false],
    ["another UUID", { name: "svm1", uuid: SVM2 }, false],
  ])("is told from what was just read by %s", (_what, wanted, verdict) => {
    expect(meansJustRead(renamed, wanted)).toBe(verdict);
  });
});
