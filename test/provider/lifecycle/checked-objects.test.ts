import { check } from "../../../provider/lifecycle/check";
import { create } from "../../../provider/lifecycle/create";
import type { CommonInputs, ResourceDefinition } from "../../../provider/lifecycle/definition";
import type { ProviderContext } from "../../../provider/lifecycle/provider-context";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { iscsiService } from "../../../provider/resources/iscsi-service";
import type { PropertyMap } from "../../../provider/schema/property-map";
import { HOST, ON_SVM1, SVM1, SVM2 } from "../../names";
import { ArrayHarness } from "./array-harness";

const BY_UUID = { svm: { uuid: SVM1 } };
const row = { initiator: HOST, authenticationType: "none" };

describe("A create of what another resource of the program already is", () => {
  let harness: ArrayHarness;
  beforeEach(async () => {
    harness = await ArrayHarness.start({
      svms: [
        { name: "svm1", uuid: SVM1 },
        { name: "svm2", uuid: SVM2 },
      ],
      services: [{ svm: { name: "svm2" } }],
    });
  });
  afterEach(() => harness.stop());

  /** What the engine does with a resource that is new, or whose replacement begins. */
  async function made<Inputs extends CommonInputs, Wire>(
    definition: ResourceDefinition<Inputs, Wire>,
    args: PropertyMap,
    context: ProviderContext = harness,
  ): Promise<void> {
    const { inputs } = await check(context, definition, {}, args);
    await create(context, definition, inputs);
  }
  const conflict = (message: RegExp) =>
    expect.objectContaining({ code: "conflict", message: expect.stringMatching(message) });

  it.each([
    ["by the UUID of an SVM that the other names", ON_SVM1, BY_UUID, "svm1"],
    ["by the name of an SVM that the other gives by UUID", BY_UUID, ON_SVM1, SVM1],
    ["by both", ON_SVM1, { svm: { name: "svm1", uuid: SVM1 } }, "svm1"],
  ])("%s names the other, and does not say to adopt it", async (_what, first, second, svm) => {
    await made(iscsiService, first);
    const failure: unknown = await made(iscsiService, second).catch((error: unknown) => error);
    expect(failure).toEqual(
      conflict(
        new RegExp(
          `create the iSCSI service.*5374077.*same object as the iSCSI service of SVM ${svm}, which this program has too.*Remove one of the two from the program`,
          "s",
        ),
      ),
    );
    expect(String(failure)).not.toContain("adopt");
  });

  it("names an object that was there before the run, too", async () => {
    await check(harness, iscsiService, { svm: { name: "svm2" }, enabled: true }, { svm: { name: "svm2" } });
    await expect(made(iscsiService, { svm: { uuid: SVM2 } })).rejects.toEqual(conflict(/iSCSI service of SVM svm2/));
  });

  it("names one on the same array by another name of the cluster", async () => {
    const { url: host, username, password } = harness;
    const context = harness.configured({ clusters: JSON.stringify({ east: { host, username, password } }) });
    await check(context, iscsiCredentials, {}, { svm: { name: "svm2" }, ...row });
    const twin = { svm: { name: "svm2" }, ...row, cluster: "east" };
    await made(iscsiCredentials, twin, context);
    await expect(made(iscsiCredentials, twin, context)).rejects.toEqual(
      conflict(/same object as the iSCSI credential/),
    );
  });

  it("is no more than a conflict where the same notation was checked twice, as for a replacement", async () => {
    await check(harness, iscsiService, { svm: { name: "svm9" }, enabled: true }, { svm: { name: "svm2" } });
    await expect(made(iscsiService, { svm: { name: "svm2" } })).rejects.toEqual(conflict(/5374077.*adopt: true/s));
  });

  it("is no more than a conflict where only another resource was checked", async () => {
    await check(harness, iscsiService, {}, { svm: { uuid: SVM1 } });
    await check(harness, iscsiCredentials, {}, { svm: { uuid: SVM2 }, ...row });
    await expect(made(iscsiService, { svm: { name: "svm2" } })).rejects.toEqual(conflict(/adopt: true/));
  });
});
