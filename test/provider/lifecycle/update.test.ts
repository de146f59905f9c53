import { check } from "../../../provider/lifecycle/check";
import { create } from "../../../provider/lifecycle/create";
import { diff } from "../../../provider/lifecycle/diff";
import { update } from "../../../provider/lifecycle/update";
import { iscsiService } from "../../../provider/resources/iscsi-service";
import { ArrayHarness } from "./array-harness";

describe("An update that the guard let through in the plan", () => {
  let harness: ArrayHarness;
  beforeEach(async () => {
    harness = await ArrayHarness.start();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await harness.stop();
  });

  it("looks again where 15 s have passed when its turn comes, however long it waited for the SVM", async () => {
    const svm = { name: "svm1" };
    const { id, outputs } = await create(harness, iscsiService, { svm, enabled: true });
    const { inputs, svm: checked } = await check(
      harness,
      iscsiService,
      { svm, enabled: true },
      { svm, enabled: false },
    );
    await diff(harness, iscsiService, { id, olds: outputs, news: inputs, phase: "plan", svm: checked });
    await harness.calls();

    let free = (): void => undefined;
    const busy = new Promise<void>((resolve) => {
      free = resolve;
    });
    void harness.memory.locks.run(`${harness.ontap.origin} name svm1`, true, () => busy);
    const changing = update(harness, iscsiService, id, outputs, inputs);
    const now = performance.now.bind(performance);
    jest.spyOn(performance, "now").mockImplementation(() => now() + 15_000);
    await harness.control("POST", "/sessions", {
      svm: "svm1",
      interface: "iscsi_lif1",
      initiator: "iqn.1998-01.com.corp.iscsi:name1",
      address: "10.0.0.5",
    });
    free();
    await expect(changing).rejects.toMatchObject({ code: "guarded" });
    expect(await harness.calls()).toEqual(["GET sessions"]);
  });
});
