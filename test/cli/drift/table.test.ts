import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formats } from "../../../cli/drift/formats";
import type { DriftObject } from "../../../cli/drift/report";
import { SVM1 } from "../../names";
import { type Row, withSpoiledRows } from "../../spoiled-rows";
import { environmentOf, ontapIscsi } from "../executable";
import { CREDENTIALS, DriftArray, INITIATORS, recordedOn, recordedTable, SERVICES } from "./array";

const [A = "", B = "", C = ""] = INITIATORS;
const NONE = { authenticationType: "none" };
const ROWS = { [A]: NONE, [B]: NONE, [C]: NONE };
const STRANGER = "iqn.1998-01.com.example:stranger";
const LISTS = [`GET ${SERVICES}`, `GET ${CREDENTIALS}`];

let array: DriftArray;
beforeEach(async () => {
  array = await DriftArray.start();
  array.record(recordedTable(ROWS));
});
afterEach(() => array.stop());

const row = (initiator: string) => `credentials/${SVM1}/${initiator}`;
const told = (objects: readonly DriftObject[] = []) =>
  objects
    .filter(({ status }) => status !== "clean")
    .map(({ name, row: inRow, status, changes }) => ({ name, row: inRow, status, changes }));

test("is clean where every row is as it is recorded, and takes two requests", async () => {
  const { code, report, requests } = await array.compare();
  expect([code, report?.status, report?.unmanaged]).toEqual([0, "clean", []]);
  expect(report?.objects.map(({ name, row: inRow, id, type }) => [name, inRow, id, type.split(":").at(-1)])).toEqual([
    ["hosts", undefined, SVM1, "IscsiCredentialsTable"],
    ["hosts", A, `${SVM1}/${A}`, "IscsiCredentialsTable"],
    ["hosts", B, `${SVM1}/${B}`, "IscsiCredentialsTable"],
    ["hosts", C, `${SVM1}/${C}`, "IscsiCredentialsTable"],
    ["service", undefined, SVM1, "IscsiService"],
  ]);
  expect(requests.sort()).toEqual([...LISTS].sort());
});

test("tells a changed row by its place in the table, and a row that is gone by a request of its own", async () => {
  await array.byHand("PATCH", row(A), { authentication_type: "deny" });
  await array.byHand("DELETE", row(B));
  await array.requests();
  const { code, report, requests } = await array.compare();
  expect([code, told(report?.objects)]).toEqual([
    2,
    [
      { name: "hosts", row: B, status: "gone", changes: [] },
      {
        name: "hosts",
        row: A,
        status: "changed",
        changes: [{ property: `credentials["${A}"].authenticationType`, recorded: "none", actual: "deny" }],
      },
    ],
  ]);
  expect(requests).toHaveLength(3);
});

test("tells a changed user, and never a password", async () => {
  const chap = (user: string) => ({ inbound: { user, password: "a-long-password" } });
  array.record(recordedTable({ ...ROWS, [A]: { authenticationType: "chap", chap: chap("host1") } }));
  await array.byHand("PATCH", row(A), { authentication_type: "chap", chap: chap("other") });
  const { report } = await array.compare();
  expect(told(report?.objects)).toMatchObject([
    { changes: [{ property: `credentials["${A}"].chap.inbound.user`, recorded: "host1", actual: "other" }] },
  ]);
  expect(report?.objects.flatMap(({ unseen }) => unseen)).toEqual([`credentials["${A}"].chap.inbound.password`]);
  expect(JSON.stringify(report)).not.toContain("a-long-password");
});

describe("A row that the table lacks", () => {
  beforeEach(async () => {
    await array.byHand("POST", "credentials", {
      svm: { name: "svm1" },
      initiator: STRANGER,
      authentication_type: "none",
    });
    await array.requests();
  });

  test("is unmanaged where it is kept", async () => {
    const { code, report } = await array.compare();
    expect([code, report?.unmanaged.map(({ id }) => id)]).toEqual([0, [`${SVM1}/${STRANGER}`]]);
  });

  test("is drift of the table where it is to be removed", async () => {
    array.record(recordedTable(ROWS, { unlisted: "remove" }));
    const { code, report, requests } = await array.compare();
    expect([code, report?.unmanaged, told(report?.objects)]).toEqual([
      2,
      [],
      [
        {
          name: "hosts",
          row: undefined,
          status: "changed",
          changes: [{ property: `credentials["${STRANGER}"]`, recorded: null, actual: NONE }],
        },
      ],
    ]);
    expect(requests).toHaveLength(2);
  });

  test("is drift of a table without rows, too", async () => {
    array.record(recordedTable({}, { unlisted: "remove" }));
    expect(told((await array.compare()).report?.objects)).toMatchObject([
      { changes: [A, B, C, STRANGER].map((name) => ({ property: `credentials["${name}"]` })) },
    ]);
  });

  test("is no drift where a single credential of the stack has it", async () => {
    const single = recordedOn()[1];
    const own = { ...single, id: `${SVM1}/${STRANGER}`, urn: `urn:pulumi:dev::test::x::single` };
    array.record([...recordedTable(ROWS), own]);
    expect((await array.compare()).report?.unmanaged).toEqual([]);
  });
});

test("could not tell of a table and its rows where the list fails, once", async () => {
  await array.fault("status", { status: 403, code: "6" }, CREDENTIALS);
  const { code, report } = await array.compare();
  expect([code, report?.status, told(report?.objects).map(({ status }) => status)]).toEqual([
    3,
    "unknown",
    ["unknown", "unknown", "unknown", "unknown"],
  ]);
  expect(report?.causes).toHaveLength(1);
});

test("asks by itself for a row whose line in the list could not be read", async () => {
  const spoil = (line: Row, alone: boolean) =>
    line.initiator === A && !alone ? { ...line, authentication_type: 7 } : line;
  const front = await withSpoiledRows(array, spoil);
  try {
    const { code, report, stderr } = await array.compare({ ONTAP_HOST: front.url });
    expect([code, report?.status, told(report?.objects)]).toEqual([0, "clean", []]);
    expect(stderr).toContain(A);
  } finally {
    await front.close();
  }
});

test("is gone with its rows where the service is gone", async () => {
  await array.byHand("PATCH", `services/${SVM1}`, { enabled: false });
  await array.byHand("DELETE", `services/${SVM1}`);
  const { code, report } = await array.compare();
  expect([code, told(report?.objects).map(({ status }) => status)]).toEqual([2, Array(5).fill("gone")]);
});

test.each(formats)("names host and property in %s", async (format) => {
  await array.byHand("PATCH", row(A), { authentication_type: "deny" });
  await array.byHand("DELETE", row(B));
  const file = join(array.folder, `report.${format}`);
  await ontapIscsi(["drift", "--state", array.stateFile, "--format", format, "--output", file], {
    env: environmentOf(array),
  });
  const text = readFileSync(file, "utf8")
    .replaceAll("\\", "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#91;", "[")
    .replaceAll("&#93;", "]");
  expect(text).toContain(`credentials["${A}"].authenticationType`);
  expect(text).toContain(B);
});
