import { clockFinding, licenseFinding, releaseFinding } from "../../../cli/doctor/array";
import { OntapError } from "../../../provider/rest";

const service = { svm: { name: "svm1", uuid: "u" }, enabled: true };
const refused = {
  error: new OntapError({
    code: "api-error",
    operation: "GET /api/cluster",
    reason: "no",
    status: 403,
    ontapCode: "6",
  }),
};

it.each([
  [9, 6, "ok"],
  [9, 5, "error"],
  [10, 0, "ok"],
])("judges ONTAP %s.%s", (generation, major, status) => {
  const cluster = { name: "c", version: { generation, major, minor: 1 } };
  expect(releaseFinding({ value: cluster }, null)).toMatchObject({
    status,
    text: `c runs ONTAP ${generation}.${major}.1`,
  });
});

it("does not guess release and licence where the login is not allowed to read them", () => {
  expect(releaseFinding(refused, null)).toMatchObject({
    status: "unknown",
    text: "the login is not allowed to read /api/cluster",
  });
  expect(licenseFinding(refused, { value: [] }, null)).toMatchObject({ status: "unknown" });
});

it("judges the licence by ONTAP's list, whatever the case of its name", () => {
  const none = { value: [] };
  expect(licenseFinding({ value: [{ name: "ISCSI", state: "compliant" }] }, none, null)).toMatchObject({
    status: "ok",
  });
  expect(licenseFinding({ value: [{ name: "iscsi", state: "noncompliant" }] }, none, null).status).toBe("warning");
  expect(licenseFinding({ value: [{ name: "nfs" }] }, none, null)).toMatchObject({
    status: "error",
    hint: expect.stringContaining("1115127"),
  });
  expect(licenseFinding({ value: [{ name: "nfs" }] }, { value: [service] }, null).status).toBe("warning");
});

it.each([
  [undefined, "unknown", "no date"],
  [-59_000, "ok", "within a minute"],
  [61_000, "warning", "1 minute ahead of"],
  [-7_300_000, "warning", "2 hours behind"],
  [2 * 86_400_000, "warning", "2 days ahead of"],
])("judges a clock that differs by %s ms", (differenceMs, status, text) => {
  expect(clockFinding(differenceMs, null)).toMatchObject({ status, text: expect.stringContaining(text) });
});
