import { kinds } from "../../../provider/inventory";
import { SVM1, SVM2 } from "../../names";
import { type Spoil, withSpoiledRows } from "../../spoiled-rows";
import { CREDENTIALS, DriftArray, INITIATORS, recordedOn, SERVICES } from "./array";

let array: DriftArray;
beforeEach(async () => {
  array = await DriftArray.start();
});
afterEach(() => array.stop());

it.each([
  ["refuses every connection", "refuse", {}, "connection was closed"],
  ["resets every connection", "reset", {}, "connection was closed"],
  ["ends every answer half-way", "truncate", {}, "connection was closed"],
  ["refuses the login", "status", { status: 401, code: "6691623" }, "HTTP 401"],
  ["refuses the right", "status", { status: 403, code: "6" }, "code 6"],
  ["is busy for long", "status", { status: 429, code: "262160", retryAfter: 0 }, "HTTP 429"],
  ["has an error of its own", "status", { status: 500, code: "262145" }, "code 262145"],
  ["is being taken over", "status", { status: 503 }, "HTTP 503"],
  ["stands behind a proxy that shows a page", "html", {}, "Check that the host is ONTAP's management address"],
  ["answers in another shape", "wrongType", {}, "Could not"],
])("does not know where the array %s", async (_what, kind, more, reason) => {
  await array.fault(kind, more);
  const { code, report } = await array.compare();
  expect(code).toBe(3);
  expect(report?.status).toBe("unknown");
  expect(report?.objects).toHaveLength(1 + INITIATORS.length);
  for (const object of report?.objects ?? []) {
    expect(object).toMatchObject({ status: "unknown", changes: [], reason: expect.stringContaining(reason) });
  }
});

it("does not know where nobody listens, or nobody answers in time", async () => {
  const nobody = await array.compare({ ONTAP_HOST: "http://127.0.0.1:1" });
  expect([nobody.code, nobody.report?.status]).toEqual([3, "unknown"]);
  await array.fault("hang", { ms: 5000 });
  const slow = await array.compare({ ONTAP_TIMEOUT_MS: "200" });
  expect([slow.code, slow.report?.objects[0]?.reason]).toEqual([
    3,
    expect.stringContaining("no response within 200 ms"),
  ]);
});

it("does not know where a list comes back empty when time ran out", async () => {
  await array.fault("emptyPage", {}, CREDENTIALS);
  const { code, report } = await array.compare();
  expect(code).toBe(3);
  expect(report?.objects.map(({ status }) => status)).toEqual(["unknown", "unknown", "unknown", "clean"]);
});

it("asks for each object that a list lacks, since a list that is short proves nothing", async () => {
  await array.fault("emptyPage", { afterMs: 0, times: 1 }, CREDENTIALS);
  const { code, report, requests } = await array.compare();
  expect([code, report?.status]).toEqual([0, "clean"]);
  expect(requests.filter((request) => request.startsWith(`GET ${CREDENTIALS}/`))).toHaveLength(INITIATORS.length);
});

it("follows a list over pages that end early, by a limit of the array or by its own choice", async () => {
  await array.control("PUT", "/settings", { maxPage: 2 });
  await array.fault("partialPage", { records: 1, times: 1 }, CREDENTIALS);
  const { code, requests } = await array.compare();
  expect(code).toBe(0);
  expect(requests.filter((request) => request === `GET ${CREDENTIALS}`).length).toBeGreaterThan(2);
  expect(requests.filter((request) => request.includes(`${CREDENTIALS}/`))).toEqual([]);
});

it("sends one list of each kind and nothing else", async () => {
  const { code, requests } = await array.compare();
  expect([code, new Set(requests).size, requests.length]).toEqual([0, kinds.length, kinds.length]);
  expect(requests).toEqual(expect.arrayContaining([`GET ${CREDENTIALS}`, `GET ${SERVICES}`]));
});

it("takes an SVM that the array does not know for the wrong array, until it is told that it was deleted", async () => {
  await array.control("PUT", "/state", { svms: [{ name: "svm2", uuid: SVM2 }] });
  const unknown = await array.compare();
  expect(unknown.code).toBe(3);
  expect(unknown.report?.objects[0]).toMatchObject({
    status: "unknown",
    reason: expect.stringContaining("ONTAP_DELETED_SVMS"),
  });
  const deleted = await array.compare({ ONTAP_DELETED_SVMS: SVM1 });
  expect([deleted.code, deleted.report?.objects[0]?.status]).toEqual([2, "gone"]);
});

it("says that it could not tell although it saw drift, and still shows the drift", async () => {
  await array.fault("status", { status: 500, code: "262145" }, CREDENTIALS);
  await array.control("PUT", "/state", {
    svms: [{ name: "svm1", uuid: SVM1 }],
    services: [{ svm: { name: "svm1" }, enabled: false }],
  });
  const { code, report } = await array.compare();
  expect([code, report?.status]).toEqual([3, "unknown"]);
  expect(report?.objects.map(({ status }) => status)).toEqual(["changed", "unknown", "unknown", "unknown"]);
});

describe("with a row of another shape than ONTAP documents", () => {
  const last = INITIATORS.at(-1);
  const compareWith = async (spoil: Spoil) => {
    const front = await withSpoiledRows(array, spoil);
    try {
      return await array.compare({ ONTAP_HOST: front.url });
    } finally {
      await front.close();
    }
  };

  it.each([
    ["a number for its type", { authentication_type: 7 }],
    ["null among its addresses", { initiator_address: { ranges: [null] } }],
  ])("compares all others, and mentions it instead of calling it unmanaged: %s", async (_what, broken) => {
    array.record(recordedOn().slice(0, -1));
    const { code, report, stderr, requests } = await compareWith((row) =>
      row.initiator === last ? { ...row, ...broken } : row,
    );
    expect({ code, status: report?.status, unmanaged: report?.unmanaged }).toEqual({
      code: 0,
      status: "clean",
      unmanaged: [],
    });
    expect(stderr).toMatch(/^ontap-iscsi drift: A list has an iSCSI credential ".*:c" whose row is not of the shape/);
    expect(requests).toHaveLength(kinds.length);
  });

  it("does not know of the recorded object of that row alone", async () => {
    const { code, report } = await compareWith((row) => (row.initiator === last ? { ...row, chap: "none" } : row));
    expect([code, report?.objects.map(({ status }) => status)]).toEqual([3, ["unknown", "clean", "clean", "clean"]]);
    expect(report?.objects[0]?.reason).toContain(last);
  });

  it("compares the object of that row where the array answers it rightly by itself", async () => {
    const { code, requests } = await compareWith((row, alone) => (row.initiator === last && !alone ? null : row));
    expect(code).toBe(0);
    expect(requests.filter((request) => request.startsWith(`GET ${CREDENTIALS}/`))).toHaveLength(1);
  });
});

describe("with several clusters", () => {
  let east: DriftArray;
  beforeEach(async () => {
    east = await DriftArray.start();
    array.record([...recordedOn(), ...recordedOn("east")]);
  });
  afterEach(() => east.stop());

  it("compares each with its own array, by one list of each kind", async () => {
    const { url, username, password } = east.simulator;
    const env = { ONTAP_EAST_HOST: url, ONTAP_EAST_USERNAME: username, ONTAP_EAST_PASSWORD: password };
    const both = await array.compare(env);
    expect([both.code, both.report?.objects.length, both.requests.length]).toEqual([0, 8, kinds.length]);
    await east.fault("status", { status: 403, code: "6" });
    const { code, report } = await array.compare(env);
    expect(code).toBe(3);
    // A right that the login lacks is a cause by itself.
    expect(report?.causes).toEqual([
      expect.objectContaining({ cluster: "east", objects: 1, message: expect.stringContaining("iscsi/services (") }),
      expect.objectContaining({ cluster: "east", objects: 3, message: expect.stringContaining("iscsi/credentials (") }),
    ]);
    expect(new Set(report?.objects.map(({ cluster, status }) => `${cluster} ${status}`))).toEqual(
      new Set(["null clean", "east unknown"]),
    );
  });

  it("names the cluster that it cannot find the address of, and sends nothing", async () => {
    const { code, report, stderr, requests } = await array.compare();
    expect({ code, report, requests }).toEqual({ code: 1, report: undefined, requests: [] });
    expect(stderr).toContain("ONTAP_EAST_HOST");
  });
});
