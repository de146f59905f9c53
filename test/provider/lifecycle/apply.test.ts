import { apply } from "../../../provider/lifecycle/apply";
import type { IscsiCredentialsInputs } from "../../../provider/resources/iscsi-credentials";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import type { IscsiServiceInputs } from "../../../provider/resources/iscsi-service";
import { iscsiService } from "../../../provider/resources/iscsi-service";
import { HOST, SVM1 } from "../../names";
import { ArrayHarness } from "./array-harness";

const svm = { name: "svm1" };

describe("Changes that are carried out one after another", () => {
  let harness: ArrayHarness;
  beforeEach(async () => {
    harness = await ArrayHarness.start({
      svms: [{ name: "svm1", uuid: SVM1 }],
      services: [{ svm, enabled: true, target: { alias: "old" } }],
      credentials: [{ svm, initiator: HOST, authentication_type: "none" }],
    });
  });
  afterEach(() => harness.stop());

  const have: IscsiServiceInputs = { svm, enabled: true, target: { alias: "old" } };
  const want: IscsiServiceInputs = { svm, enabled: false, target: { alias: "new" } };
  const key = { svmUuid: SVM1 };
  const run = () =>
    apply(iscsiService, harness.ontap, key, have, iscsiService.changes(key, have, want, "svm1"), {
      context: harness,
      owner: undefined,
      adoptedFrom: undefined,
    });
  const fault = (rule: object) => harness.control("POST", "/faults", { match: { method: "PATCH" }, ...rule });

  it("are one request each, and reach what is wanted", async () => {
    await expect(run()).resolves.toEqual({ reached: want, done: 2, failure: undefined });
    expect(await harness.calls()).toEqual([`PATCH services/${SVM1}`, `PATCH services/${SVM1}`]);
  });

  it("stop at the first that fails, and say which it was and how far they came", async () => {
    await fault({ match: { method: "PATCH", nth: 2 }, kind: "status", status: 400, code: "262245" });
    await expect(run()).resolves.toEqual({
      reached: { ...have, target: { alias: "new" } },
      done: 1,
      failure: expect.objectContaining({
        ontapCode: "262245",
        operation: "change the state (disable) of the iSCSI service of SVM svm1",
      }),
    });
  });

  it("are looked at where no response came, and sent again only where they did not land", async () => {
    await fault({ kind: "loseReply", times: 1 });
    await expect(run()).resolves.toMatchObject({ done: 2, failure: undefined });
    expect(await harness.calls()).toEqual([`PATCH services/${SVM1}`, `GET services/${SVM1}`, `PATCH services/${SVM1}`]);
  });

  it("that hold a password are sent again without an answer, since no look tells whether they landed", async () => {
    const before: IscsiCredentialsInputs = { svm, initiator: HOST, authenticationType: "none" };
    const chap = { inbound: { user: "u", password: "inbound-password" } };
    const row = { svmUuid: SVM1, name: HOST };
    const changes = iscsiCredentials.changes(row, before, { ...before, authenticationType: "chap", chap }, "svm1");
    await fault({ kind: "loseReply", times: 1 });
    await expect(
      apply(iscsiCredentials, harness.ontap, row, before, changes, {
        context: harness,
        owner: undefined,
        adoptedFrom: undefined,
      }),
    ).resolves.toMatchObject({ done: 1 });
    expect((await harness.calls()).map((call) => call.split(" ")[0])).toEqual(["PATCH", "GET", "PATCH"]);
  });

  it("are looked at for what was sent, not for what the program wants: a removed alias is the SVM's name", async () => {
    const { target: _, ...without } = have;
    const changes = iscsiService.changes(key, have, without, "svm1");
    await fault({ kind: "refuse", times: 1 });
    await expect(
      apply(iscsiService, harness.ontap, key, have, changes, {
        context: harness,
        owner: undefined,
        adoptedFrom: undefined,
      }),
    ).resolves.toMatchObject({ reached: without });
    expect((await harness.calls()).map((call) => call.split(" ")[0])).toEqual(["PATCH", "GET", "PATCH"]);
    expect(await harness.ontap.iscsiServices.get(SVM1)).toMatchObject({ target: { alias: "svm1" } });
  });

  it("are sent again where the look shows an address list that is not the one that was sent", async () => {
    const before: IscsiCredentialsInputs = { svm, initiator: HOST, authenticationType: "none" };
    const after = { ...before, initiatorAddress: { ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }] } };
    const row = { svmUuid: SVM1, name: HOST };
    for (const [kind, methods] of [
      ["refuse", ["PATCH", "GET", "PATCH"]],
      ["loseReply", ["PATCH", "GET"]],
    ] as const) {
      await harness.ontap.iscsiCredentials.update(SVM1, HOST, { initiator_address: { ranges: [], masks: [] } });
      await harness.calls();
      await fault({ kind, times: 1 });
      const changes = iscsiCredentials.changes(row, before, after, "svm1");
      await expect(
        apply(iscsiCredentials, harness.ontap, row, before, changes, {
          context: harness,
          owner: undefined,
          adoptedFrom: undefined,
        }),
      ).resolves.toMatchObject({ done: 1 });
      expect((await harness.calls()).map((call) => call.split(" ")[0])).toEqual(methods);
    }
  });

  it("do not hide a mistake of the program as a refusal of ONTAP", async () => {
    const bug = new TypeError("a bug");
    const broken = { what: "break", after: have, wasApplied: () => false, send: () => Promise.reject(bug) };
    await expect(
      apply(iscsiService, harness.ontap, key, have, [broken], {
        context: harness,
        owner: undefined,
        adoptedFrom: undefined,
      }),
    ).rejects.toBe(bug);
  });
});
