import { observedClient } from "../../../provider/diagnosis";
import { startSimulator } from "../../../simulator";
import { TestArray } from "../../array";
import { errorOf } from "../rest/servers";

let array: TestArray;
beforeEach(async () => {
  array = new TestArray(await startSimulator());
});
afterEach(() => array.close());

const observed = () => observedClient({ host: array.url, username: array.username, password: array.password });

it.each([
  ["2040-01-01T00:00:00Z", 1],
  ["2020-01-01T00:00:00Z", -1],
])("tells how far an array whose clock says %s is from this machine's", async (now, sign) => {
  const { ontap, clockDifferenceMs } = observed();
  expect(clockDifferenceMs()).toBeUndefined();
  await array.control("PUT", "/clock", { now });
  await ontap.svms.list();
  const expected = Date.parse(now) - Date.now();
  expect(Math.abs((clockDifferenceMs() ?? 0) - expected)).toBeLessThan(2000);
  expect(Math.sign(clockDifferenceMs() ?? 0)).toBe(sign);
});

it("reads a path, and throws ONTAP's refusal", async () => {
  const { read } = observed();
  await read("/api/svm/svms?max_records=1");
  await array.control("POST", "/faults", { kind: "status", status: 403, code: "6", match: { path: "/api" } });
  expect(await errorOf(read("/api/svm/svms"))).toMatchObject({ code: "api-error", ontapCode: "6", status: 403 });
});

it("lists the packages that the cluster is licensed for", async () => {
  const { ontap } = observed();
  expect(await ontap.licenses.list({ fields: ["state"] })).toEqual([{ name: "iscsi", state: "compliant" }]);
  await array.control("PUT", "/state", { licenses: [] });
  expect(await ontap.licenses.list()).toEqual([]);
});
