import { check } from "../../../provider/lifecycle/check";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { iscsiService } from "../../../provider/resources/iscsi-service";
import type { PropertyMap } from "../../../provider/schema/property-map";
import { SVM1, SVM2 } from "../../names";
import { UNKNOWNS } from "../schema/arguments";
import { ArrayHarness } from "./array-harness";

describe("A check of changed arguments", () => {
  let harness: ArrayHarness;
  beforeEach(async () => {
    harness = await ArrayHarness.start();
  });
  afterEach(() => harness.stop());

  const recorded = { svm: { name: "svm1" }, enabled: true };
  const inputsOf = async (news: PropertyMap) => (await check(harness, iscsiService, recorded, news)).inputs;

  it("goes on with the new spelling of the SVM where nothing else changes, without a request", async () => {
    await expect(inputsOf({ svm: { uuid: SVM1 } })).resolves.toEqual({ svm: { uuid: SVM1 }, enabled: true });
    expect(await harness.calls()).toEqual([]);
  });

  it("keeps the recorded spelling where something else changes too, so that only that is shown", async () => {
    await expect(inputsOf({ svm: { uuid: SVM1 }, enabled: false })).resolves.toEqual({ ...recorded, enabled: false });
    expect(await harness.calls()).toEqual([`GET svms/${SVM1}`]);
    await expect(inputsOf({ svm: { name: "svm1", uuid: SVM1 }, enabled: false })).resolves.toEqual({
      ...recorded,
      enabled: false,
    });
  });

  it("goes on with another SVM", async () => {
    await expect(inputsOf({ svm: { uuid: SVM2 }, enabled: false })).resolves.toMatchObject({ svm: { uuid: SVM2 } });
    await expect(inputsOf({ svm: { name: "svm9" }, enabled: false })).resolves.toMatchObject({ svm: { name: "svm9" } });
  });

  it("sends nothing where the SVM or its cluster is not known yet, or the cluster is another", async () => {
    for (const news of [
      { svm: UNKNOWNS.text, enabled: false },
      { svm: { uuid: UNKNOWNS.text }, enabled: false },
      { svm: { uuid: SVM1 }, enabled: false, cluster: UNKNOWNS.text },
      { svm: { uuid: SVM1 }, enabled: false, cluster: "east" },
    ]) {
      await expect(inputsOf(news)).resolves.toEqual(news);
    }
    expect(await harness.calls()).toEqual([]);
  });

  it("passes arguments of a new object that are not known yet", async () => {
    const news = { svm: { name: "svm1" }, initiator: UNKNOWNS.text, authenticationType: UNKNOWNS.text };
    await expect(check(harness, iscsiCredentials, {}, news)).resolves.toMatchObject({ inputs: news, failures: [] });
  });

  it("leaves it to the diff to say why the array could not be asked", async () => {
    await harness.control("POST", "/faults", { kind: "status", status: 403, code: "6" });
    await expect(inputsOf({ svm: { uuid: SVM1 }, enabled: false })).resolves.toMatchObject({ svm: { uuid: SVM1 } });
  });

  it("tells the diff what the program gave, also where the recorded reference stays", async () => {
    const { svm } = await check(harness, iscsiService, recorded, { svm: { uuid: SVM1 }, enabled: false });
    expect(svm).toEqual({ recorded: [{ name: "svm1" }], given: [{ uuid: SVM1 }] });
  });

  it("announces a service that is to be created, so that credentials can wait for it, and nothing else", async () => {
    const east = { host: "east.example.com", token: "t", probe: false };
    const context = harness.configured({ clusters: JSON.stringify({ east }) });
    const announced = jest.spyOn(context.memory.prerequisites, "register");
    await check(context, iscsiService, recorded, { svm: { name: "svm1" } });
    await check(context, iscsiCredentials, {}, { ...recorded, initiator: "default", authenticationType: "none" });
    await check(context, iscsiService, {}, { svm: UNKNOWNS.text });
    expect(announced).not.toHaveBeenCalled();
    await check(context, iscsiService, {}, { svm: { name: "svm1" }, cluster: "east" });
    expect(announced.mock.calls).toEqual([["east", { name: "svm1" }]]);
  });
});
