import { create } from "../../../provider/lifecycle/create";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { OntapError } from "../../../provider/rest";
import { HOST, SVM1 } from "../../names";
import { ArrayHarness } from "./array-harness";

const svm = { name: "svm1" };
const chap = { inbound: { user: "u", password: "inbound-password" } };
const wanted = { svm, initiator: HOST, authenticationType: "chap", chap };

describe("A POST", () => {
  let harness: ArrayHarness;
  beforeEach(async () => {
    harness = await ArrayHarness.start({ svms: [{ name: "svm1", uuid: SVM1 }], services: [{ svm }] });
  });
  afterEach(() => harness.stop());

  const fault = (kind: string, method: string, rule: object = {}) =>
    harness.control("POST", "/faults", { kind, match: { method }, ...rule });
  const made = (more: object = {}) => create(harness, iscsiCredentials, { ...wanted, ...more });
  const failure = async () => {
    const error: unknown = await made().catch((caught: unknown) => caught);
    if (!(error instanceof OntapError)) {
      throw new Error("it did not fail with an OntapError");
    }
    return error;
  };
  const methods = async () => (await harness.calls()).map((call) => call.split(" ")[0]);
  const there = (more: object = {}) =>
    harness.ontap.iscsiCredentials.create({ svm, initiator: HOST, authentication_type: "none", ...more });

  it("that is answered is the only request", async () => {
    await expect(made()).resolves.toMatchObject({ id: `${SVM1}/${HOST}` });
    expect(await methods()).toEqual(["POST"]);
  });

  it("that ONTAP refuses since the object exists is a conflict, with ONTAP's code, and nothing is looked at", async () => {
    await there({ authentication_type: "chap", chap });
    await harness.calls();
    expect(await failure()).toMatchObject({
      code: "conflict",
      ontapCode: "5374142",
      hint: expect.stringContaining("adopt: true"),
    });
    expect(await methods()).toEqual(["POST"]);
  });

  it("that ONTAP refuses for another reason is refused, and nothing is looked at", async () => {
    await fault("status", "POST", { status: 403, code: "6" });
    expect(await failure()).toMatchObject({ code: "api-error", ontapCode: "6" });
    expect(await methods()).toEqual(["POST"]);
  });

  it("without an answer is a conflict where the object is there, even one that looks the same", async () => {
    await fault("loseReply", "POST");
    expect(await failure()).toMatchObject({ code: "conflict", hint: expect.stringContaining("adopt: true") });
    expect(await methods()).toEqual(["POST", "GET"]);
  });

  it("without an answer is uncertain where the look is refused, and says both", async () => {
    await fault("loseReply", "POST");
    await fault("status", "GET", { status: 403, code: "6" });
    const { code, message } = await failure();
    expect(code).toBe("uncertain");
    expect(message).toMatch(/create the iSCSI credential of .*code 6.*It may exist/);
  });

  it("that is sent again and then refused is refused", async () => {
    await fault("refuse", "POST", { times: 1 });
    await harness.control("POST", "/faults", {
      kind: "status",
      status: 403,
      code: "6",
      match: { method: "POST", nth: 2 },
    });
    expect(await failure()).toMatchObject({ code: "api-error", ontapCode: "6" });
    expect(await methods()).toEqual(["POST", "GET", "POST"]);
  });

  it("that is sent again and cannot be sent leaves open whether the first one still arrives", async () => {
    const ends = ["uncertain", "unreachable"] as const;
    const sent: string[] = [];
    const definition = {
      ...iscsiCredentials,
      create: () => {
        const code = ends[sent.length] ?? "unreachable";
        sent.push(code);
        return Promise.reject(new OntapError({ code, operation: "POST", reason: "no response" }));
      },
    };
    await expect(create(harness, definition, wanted)).rejects.toMatchObject({ code: "uncertain" });
    expect(sent).toEqual(ends);
  });

  it("of an object to adopt that somebody makes in between takes that over", async () => {
    await there();
    await harness.calls();
    await fault("emptyPage", "GET", { afterMs: 0, times: 1 });
    await expect(made({ adopt: true })).resolves.toMatchObject({
      outputs: { chap, __meta: { owner: expect.any(String) } },
    });
    expect(await methods()).toEqual(["GET", "POST", "GET", "GET", "PATCH"]);
  });
});
