import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { version } from "../../../package.json";
import { CREDENTIALS, DriftArray, recordedOn, SERVICES } from "./array";

let array: DriftArray;
beforeEach(async () => {
  array = await DriftArray.start();
});
afterEach(() => array.stop());

it("says by what, when and from what the report was made, and which arrays were asked", async () => {
  const { report } = await array.compare({}, "--fail-on-unmanaged=open");
  const { time, ...provenance } = report?.provenance ?? {};
  expect(Math.abs(Date.now() - Date.parse(String(time)))).toBeLessThan(60_000);
  expect(provenance).toEqual({
    version,
    command: "drift",
    source: {
      stack: "dev",
      project: "test",
      file: array.stateFile,
      sha256: createHash("sha256").update(readFileSync(array.stateFile)).digest("hex"),
    },
    clusters: [{ cluster: null, address: array.url }],
    options: { state: array.stateFile, format: "json", "fail-on-unmanaged": "open" },
  });
});

it("asks each cluster for its name and version with --provenance, by one request", async () => {
  const { code, report, requests } = await array.compare({}, "--provenance");
  expect([code, [...requests].sort()]).toEqual([0, ["GET /api/cluster", `GET ${CREDENTIALS}`, `GET ${SERVICES}`]]);
  expect(report?.provenance.clusters).toEqual([
    { cluster: null, address: array.url, name: expect.any(String), ontap: expect.stringContaining("9.16.1") },
  ]);
});

it("knows neither without the right to read them, and ends as it would without asking", async () => {
  await array.fault("status", { status: 403, code: "6" }, "/api/cluster");
  const { code, stderr, report } = await array.compare({}, "--provenance");
  expect([code, stderr]).toEqual([0, ""]);
  expect(report?.provenance.clusters).toEqual([{ cluster: null, address: array.url, name: null, ontap: null }]);
});

it("says that ONTAP_HOST is set and not used, in one line on standard error", async () => {
  array.record(recordedOn("east"));
  const { url, username, password } = array;
  const env = { ONTAP_EAST_HOST: url, ONTAP_EAST_USERNAME: username, ONTAP_EAST_PASSWORD: password };
  const { code, stderr } = await array.compare(env);
  expect([code, stderr]).toEqual([
    0,
    "ontap-iscsi drift: ONTAP_HOST is set and not used: it never applies to a cluster with a name\n",
  ]);
});
