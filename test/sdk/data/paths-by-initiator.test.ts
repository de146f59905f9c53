import { pathsByInitiator } from "../../../sdk";
import type { TestArray } from "../../array";
import { startArray } from "../array";

const HOST1 = "iqn.1998-01.com.corp.iscsi:host1";
const HOST2 = "iqn.1998-01.com.corp.iscsi:host2";
const SVM1 = "a009a9e7-4081-b576-7575-ada21efcaf16";

let array: TestArray;
beforeAll(async () => {
  array = await startArray({
    fixture: {
      svms: [{ name: "svm1", uuid: SVM1 }, { name: "svm2" }],
      services: [{ svm: { name: "svm1" } }, { svm: { name: "svm2" } }],
      interfaces: [
        { svm: { name: "svm1" }, name: "lif1", ip: { address: "192.168.0.1" } },
        { svm: { name: "svm1" }, name: "lif2", ip: { address: "192.168.1.1" } },
        { svm: { name: "svm2" }, name: "other", ip: { address: "192.168.2.1" } },
      ],
    },
  });
  for (const [initiator, name, address, svm] of [
    [HOST2, "lif2", "10.0.1.6", "svm1"],
    [HOST1, "lif2", "10.0.1.5", "svm1"],
    [HOST1, "lif1", "10.0.0.5", "svm1"],
    [HOST1, "lif1", "10.0.0.15", "svm1"],
    [HOST2, "other", "10.0.2.6", "svm2"],
  ] as const) {
    await array.logIn({ initiator, interface: name, address, svm });
  }
});
afterAll(() => array.close());
beforeEach(() => array.requests());

const lif2 = (initiatorAddress: string) => ({
  targetPortalGroup: "lif2",
  addresses: ["192.168.1.1"],
  initiatorAddresses: [initiatorAddress],
  sessions: 1,
});

describe("pathsByInitiator", () => {
  it.each([
    ["its name", { name: "svm1" }],
    ["its UUID", { uuid: SVM1 }],
    ["both, of which the UUID decides", { name: "a former name", uuid: SVM1 }],
  ])("gives the paths of all hosts to an SVM in one request, by %s", async (_title, svm) => {
    const paths = await pathsByInitiator({ svm });
    expect(paths).toEqual({
      [HOST1]: [
        {
          targetPortalGroup: "lif1",
          addresses: ["192.168.0.1"],
          initiatorAddresses: ["10.0.0.15", "10.0.0.5"],
          sessions: 2,
        },
        lif2("10.0.1.5"),
      ],
      [HOST2]: [lif2("10.0.1.6")],
    });
    expect(Object.keys(paths)).toEqual([HOST1, HOST2]);
    expect(await array.calls()).toEqual(["GET sessions"]);
  });

  it("gives none where nobody is logged in", async () => {
    expect(await pathsByInitiator({ svm: { name: "nobody" } })).toEqual({});
  });

  it.each([
    ["without an SVM", {}, /with the argument svm: its name or uuid is needed/],
    ["with an argument that there is not", { svm: { name: "svm1" }, initator: HOST1 }, /with the argument initator/],
  ])("is refused %s, without a request", async (_title, args, message) => {
    const call = pathsByInitiator as (given: unknown) => Promise<unknown>;
    await expect(call(args)).rejects.toThrow(message);
    expect(await array.calls()).toEqual([]);
  });
});
