import { chosenCases, faultsAt } from "../../../proof/faults/cases";
import { faultKinds } from "../../../proof/faults/kinds";
import { faultKinds as simulated } from "../../../simulator/faults/kinds";

const request = (method: string, path: string) => ({ method, path, query: "", status: 200, at: "" });
const SERVICES = "/api/protocols/san/iscsi/services";

test("there is every kind that the simulator knows", () => {
  expect(new Set(faultKinds.map(({ rule }) => rule.kind))).toEqual(new Set(Object.keys(simulated)));
});

test("each kind is put at each request in every length, those of lists at lists alone", () => {
  const faults = faultsAt([request("GET", SERVICES), request("POST", SERVICES)]);
  const ofLists = faultKinds.filter((kind) => kind.ofLists).length;
  expect(faults).toHaveLength(2 * (2 * faultKinds.length - ofLists));
});

test("a part leaves out what waits the longest, the whole begins with it", () => {
  const faults = faultsAt([request("GET", SERVICES)]);
  const isSlow = ({ kind: { timeoutMs } }: (typeof faults)[number]) => timeoutMs !== undefined;
  expect(chosenCases(faults, { cases: 10, seed: 1, arrays: 1 }).some(isSlow)).toBe(false);
  const all = chosenCases(faults, { cases: Number.POSITIVE_INFINITY, seed: 1, arrays: 1 });
  expect(all).toHaveLength(faults.length);
  expect(all[0] === undefined ? undefined : isSlow(all[0])).toBe(true);
});
