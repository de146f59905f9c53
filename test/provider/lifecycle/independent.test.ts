import { create } from "../../../provider/lifecycle/create";
import { remove } from "../../../provider/lifecycle/delete";
import { diff, type Phase } from "../../../provider/lifecycle/diff";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { iscsiService } from "../../../provider/resources/iscsi-service";
import { HOST, SVM1 } from "../../names";
import { ArrayHarness } from "./array-harness";

const svm = { name: "svm1" };
/** A kind that ONTAP creates and keeps without a service. */
const { needs: _needs, ...independent } = iscsiCredentials;

describe("An object that needs no other one on its SVM", () => {
  let harness: ArrayHarness;
  beforeEach(async () => {
    harness = await ArrayHarness.start();
    await create(harness, iscsiService, { svm });
  });
  afterEach(() => harness.stop());

  async function made() {
    const { id, outputs } = await create(harness, independent, { svm, initiator: HOST, authenticationType: "none" });
    harness.memory.cascades.noteReplacement({ cluster: undefined, references: [svm, { uuid: SVM1 }] });
    const { adopt: _adopt, svmName: _name, svmUuid: _uuid, ...news } = outputs;
    const differs = (phase: Phase) =>
      diff(harness, independent, { id, olds: outputs, news, phase, svm: { recorded: [svm], given: [svm] } });
    return { id, outputs, differs };
  }

  it("is neither replaced nor created again where a service of that SVM is replaced", async () => {
    const { differs } = await made();
    expect([await differs("replaced-with-dependency"), await differs("plan")]).toEqual([
      { changes: false },
      { changes: false },
    ]);
    expect(harness.warnings).toEqual([]);
  });

  it("is deleted by a request of its own", async () => {
    const { id, outputs } = await made();
    await harness.calls();
    await remove(harness, independent, id, outputs);
    expect((await harness.calls()).filter((call) => call.startsWith("DELETE"))).toHaveLength(1);
  });

  it("does not stand in the way of deleting the service", async () => {
    const { id, outputs } = await create(harness, iscsiService, { svm: { name: "svm2" } });
    await create(harness, independent, { svm: { name: "svm2" }, initiator: HOST, authenticationType: "none" });
    await expect(remove(harness, iscsiService, id, outputs)).resolves.toBeUndefined();
  });
});
