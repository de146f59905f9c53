import { against, closeServers, errorOf } from "./servers";
import { type Answer, refusal, service, svm } from "./tiny-server";

afterEach(closeServers);

describe("that something may have changed", () => {
  it.each<[string, boolean, Answer]>([
    ["is said after a write", true, {}],
    ["is said after a write without an answer", true, { drop: true }],
    ["is said after a job that failed", true, { status: 202, json: { job: { uuid: "job-1" } } }],
    ["is not said after a write that ONTAP refused", false, refusal(400, "5373960")],
  ])("%s", async (_title, expected, answer) => {
    const { ontap } = await against(({ url }) => (url.includes("/jobs/") ? { json: { state: "failure" } } : answer));
    await ontap.iscsiServices.delete(svm.uuid).catch(() => {});
    expect(ontap.mayHaveChanged()).toBe(expected);
  });

  it("is not said after reads", async () => {
    const { ontap } = await against(() => ({ json: service }));
    await ontap.iscsiServices.get(svm.uuid);
    expect(ontap.mayHaveChanged()).toBe(false);
  });

  it("is not said after a write that reached nobody", async () => {
    const { ontap, server } = await against(() => ({}));
    await server.close();
    expect(await errorOf(ontap.iscsiServices.delete(svm.uuid))).toMatchObject({ code: "unreachable" });
    expect(ontap.mayHaveChanged()).toBe(false);
  });

  it("is said while a write is under way", async () => {
    const { ontap } = await against(() => refusal(400, "5373960", "refused", { afterMs: 50 }));
    const write = ontap.iscsiServices.delete(svm.uuid).catch(() => {});
    expect(ontap.mayHaveChanged()).toBe(true);
    await write;
    expect(ontap.mayHaveChanged()).toBe(false);
  });
});
