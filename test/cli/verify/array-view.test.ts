import { readArray, readRow } from "../../../cli/verify/array-view";
import { connect } from "../../../provider/rest";
import { SVM1 } from "../../names";
import { INBOUND, iqn, VerifyArray } from "./array";

let array: VerifyArray;
beforeAll(async () => {
  array = await VerifyArray.ofHosts([{ initiator: iqn("a") }]);
});
afterAll(() => array.stop());

function client() {
  const { url: host, username, password } = array;
  return connect({ host, username, password });
}

it("reads the interfaces for iSCSI that are up, the ISIDs of live sessions, the rows and the target's name", async () => {
  const lif = (name: string, address: string, more: object = {}) => ({
    svm: { name: "svm1" },
    name,
    ip: { address },
    ...more,
  });
  const state = await array.control<object>("GET", "/state");
  await array.control("PUT", "/state", {
    ...state,
    interfaces: [
      lif("one", "10.0.0.1"),
      lif("six", "fd00::1"),
      lif("off", "10.0.0.2", { enabled: false }),
      lif("down", "10.0.0.3", { state: "down" }),
      lif("nfs", "10.0.0.4", { services: ["data_nfs"] }),
    ],
  });
  await array.logIn({
    initiator: iqn("a"),
    address: "10.0.0.9",
    interface: "one",
    user: INBOUND.user,
    password: INBOUND.password,
  });
  const view = await readArray(client(), SVM1, { portals: undefined, target: undefined });
  expect(view.portals).toEqual([
    { address: "10.0.0.1", port: 3260 },
    { address: "fd00::1", port: 3260 },
  ]);
  expect(view.liveIsids).toEqual([expect.stringMatching(/^[0-9a-f:]+$/i)]);
  expect(view.target).toMatch(/^iqn\./);
  expect(view.rows.map(({ initiator, type, inboundUser }) => [initiator, type, inboundUser])).toEqual(
    expect.arrayContaining([
      [iqn("a"), "chap", "in"],
      ["default", "none", undefined],
    ]),
  );
});

it("reads a row again, and says why where it cannot", async () => {
  expect(await readRow(client(), SVM1, iqn("a"))).toMatchObject({ initiator: iqn("a"), type: "chap" });
  expect(await readRow(client(), SVM1, iqn("none"))).toBe("it is gone");
});
