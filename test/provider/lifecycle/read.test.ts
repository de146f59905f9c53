import { read } from "../../../provider/lifecycle/read";
import { iscsiCredentials } from "../../../provider/resources/iscsi-credentials";
import { ArrayWorld, SVM1 } from "./array-world";

const [A, B] = ["a", "b"].map((name) => `iqn.1998-01.com.example:${name}`) as [string, string];

describe("What a program reads by `get`", () => {
  let world: ArrayWorld;
  beforeEach(async () => {
    world = await ArrayWorld.start({
      svms: [{ name: "svm1", uuid: SVM1 }],
      services: [{ svm: { name: "svm1" } }],
      credentials: [A, B].map((initiator) => ({ svm: { name: "svm1" }, initiator, authentication_type: "none" })),
    });
  });
  afterEach(() => world.stop());

  const get = async (initiator: string) =>
    (await read(world, iscsiCredentials, `${SVM1}/${initiator}`, {}))?.inputs.authenticationType;
  const refresh = (initiator: string) =>
    read(world, iscsiCredentials, `${SVM1}/${initiator}`, {
      svm: { name: "svm1" },
      initiator,
      authenticationType: "none",
      svmName: "svm1",
      svmUuid: SVM1,
    });

  it("is never older than a change that the program waited for, even a moment after a refresh", async () => {
    await Promise.all([refresh(A), refresh(B)]);
    expect(await Promise.all([get(A), get(B)])).toEqual(["none", "none"]);
    await world.ontap.iscsiCredentials.update(SVM1, A, { authentication_type: "deny" });
    expect(await get(A)).toBe("deny");
    await world.ontap.iscsiCredentials.delete(SVM1, A);
    expect(await get(A)).toBeUndefined();
  });

  it("is one GET of the object each", async () => {
    await Promise.all([get(A), get(B)]);
    expect([...(await world.calls())].sort()).toEqual(
      [A, B].map((initiator) => `GET credentials/${SVM1}/${encodeURIComponent(initiator)}`),
    );
  });
});
