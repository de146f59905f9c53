import { read } from "../../../provider/lifecycle/read";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { SVM1 } from "../../names";
import type { Spoil } from "../../spoiled-rows";
import { ArrayHarness } from "./array-harness";

const A = "iqn.1998-01.com.example:a";
const B = "iqn.1998-01.com.example:b";
const C = "iqn.1998-01.com.example:c";

const fixture = {
  svms: [{ name: "svm1", uuid: SVM1 }],
  services: [{ svm: { name: "svm1" } }],
  credentials: [A, B, C].map((initiator) => ({ svm: { name: "svm1" }, initiator, authentication_type: "none" })),
};
const idOf = (initiator: string) => `${SVM1}/${initiator}`;
const recorded = (initiator: string) => ({
  svm: { name: "svm1" },
  initiator,
  authenticationType: "none",
  svmName: "svm1",
  svmUuid: SVM1,
});
const requestOf = (initiator: string) => `GET credentials/${SVM1}/${encodeURIComponent(initiator)}`;

describe("What a program reads by `get`", () => {
  let harness: ArrayHarness;
  beforeEach(async () => {
    harness = await ArrayHarness.start(fixture);
  });
  afterEach(() => harness.stop());

  const get = async (initiator: string) =>
    (await read(harness, iscsiCredentials, idOf(initiator), {}))?.inputs.authenticationType;

  it("is never older than a change that the program waited for, even a moment after a refresh", async () => {
    await Promise.all([A, B].map((initiator) => read(harness, iscsiCredentials, idOf(initiator), recorded(initiator))));
    expect(await Promise.all([get(A), get(B)])).toEqual(["none", "none"]);
    await harness.ontap.iscsiCredentials.update(SVM1, A, { authentication_type: "deny" });
    expect(await get(A)).toBe("deny");
    await harness.ontap.iscsiCredentials.delete(SVM1, A);
    expect(await get(A)).toBeUndefined();
  });

  it("is one GET of the object each", async () => {
    await Promise.all([get(A), get(B)]);
    expect([...(await harness.calls())].sort()).toEqual([A, B].map(requestOf));
  });
});

describe("A refresh of an array with a row of another shape than ONTAP documents", () => {
  const refresh = async (initiators: readonly string[], spoil: Spoil) => {
    const harness = await ArrayHarness.start(fixture, spoil);
    try {
      const results = await Promise.allSettled(
        initiators.map((initiator) => read(harness, iscsiCredentials, idOf(initiator), recorded(initiator))),
      );
      return { results, calls: await harness.calls() };
    } finally {
      await harness.stop();
    }
  };

  it.each([
    ["with a number in the place of a text", { authentication_type: 7 }],
    ["without its SVM", { svm: undefined }],
    ["with null in a list of addresses", { initiator_address: { ranges: [null] } }],
    ["that is null", null],
  ])("reads all others from the list where a foreign row is one %s", async (_what, place) => {
    const spoil: Spoil = (row) => (row.initiator === C ? place && { ...row, ...place } : row);
    const { results, calls } = await refresh([A, B], spoil);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect(calls).toEqual(["GET credentials"]);
  });

  it("asks for the object of such a row by itself, and names it where that fails, too", async () => {
    const broken = { authentication_type: 7 };
    const inLists = await refresh([A, B, C], (row, alone) =>
      row.initiator === C && !alone ? { ...row, ...broken } : row,
    );
    expect(inLists.results.map(({ status }) => status)).toEqual(Array(3).fill("fulfilled"));
    expect(inLists.calls).toEqual(["GET credentials", requestOf(C)]);

    const everywhere = await refresh([A, B, C], (row) => (row.initiator === C ? { ...row, ...broken } : row));
    expect(everywhere.results).toMatchObject([
      { status: "fulfilled" },
      { status: "fulfilled" },
      { status: "rejected", reason: { code: "malformed", message: expect.stringContaining(idOf(C)) } },
    ]);
  });
});
