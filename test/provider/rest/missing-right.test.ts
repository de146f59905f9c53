import { adviceForRight, isMissingRight, rightFor } from "../../../provider/rest/missing-right";
import { HOST, SVM1 } from "../../names";
import { against, closeServers, errorOf } from "./servers";
import { refusal } from "./tiny-server";

const ISCSI = "/api/protocols/san/iscsi";

afterEach(closeServers);

it.each([
  ["GET", `${ISCSI}/services?fields=svm.name`, `${ISCSI}/services`, "readonly"],
  ["POST", `${ISCSI}/credentials?return_records=true`, `${ISCSI}/credentials`, "read_create"],
  ["PATCH", `${ISCSI}/services/${SVM1}`, `${ISCSI}/services`, "read_modify"],
  ["DELETE", `${ISCSI}/credentials/${SVM1}/${encodeURIComponent(HOST)}`, `${ISCSI}/credentials`, "all"],
  ["GET", `${ISCSI}/services/${SVM1}/metrics?interval=1h`, `${ISCSI}/services`, "readonly"],
  ["GET", "/api/cluster", "/api/cluster", "readonly"],
] as const)(
  "%s %s needs a right to the collection: the least that allows the method",
  (method, path, collection, access) => {
    expect(rightFor({ method, path })).toEqual({ path: collection, access });
  },
);

it("says what early releases call the access, where that is another", () => {
  expect(adviceForRight({ path: ISCSI, access: "read_modify" })).toContain(
    "read_modify, before ONTAP 9.11 all, to /api",
  );
  expect(adviceForRight({ path: ISCSI, access: "readonly" })).toContain("the access readonly to /api");
});

it.each([
  [403, "6", true],
  [400, "6691623", true],
  [403, undefined, true],
  [401, "6691623", false],
  [403, "1115127", false],
  [404, "4", false],
])("HTTP %s with code %s is a missing right: %s", (status, ontapCode, expected) => {
  expect(isMissingRight({ status, ontapCode })).toBe(expected);
});

it.each([
  [403, "6"],
  [400, "6691623"],
])("a refusal with HTTP %s and %s names the right that is missing", async (status, code) => {
  const { ontap } = await against(() => refusal(status, code, "not authorized for that command"));
  expect(await errorOf(ontap.iscsiServices.update(SVM1, { enabled: false }))).toMatchObject({
    hint: `Give the login's role the access read_modify, before ONTAP 9.11 all, to ${ISCSI}/services (docs/security.md).`,
    shared: { scope: "cluster", reason: `the login's role lacks read_modify on ${ISCSI}/services` },
  });
});
