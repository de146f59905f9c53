import { withSpoiledRows } from "../../spoiled-rows";
import { CREDENTIALS, DriftArray, recordedOn } from "./array";

let array: DriftArray;
beforeEach(async () => {
  array = await DriftArray.start();
});
afterEach(() => array.stop());

const add = (initiator: string, more: object) =>
  array.byHand("POST", "credentials", { svm: { name: "svm1" }, initiator, ...more });
const addOpen = () => add("iqn.1998-01.com.example:open", { authentication_type: "none" });
const addClosed = () => add("iqn.1998-01.com.example:closed", { authentication_type: "deny" });

it("takes objects in no state for drift where it is asked to, with whom they let in", async () => {
  await addOpen();
  await addClosed();
  await add("iqn.1998-01.com.example:some", {
    authentication_type: "chap",
    chap: { inbound: { user: "u", password: "a-long-password" } },
    initiator_address: {
      ranges: [{ start: "10.0.0.1", end: "10.0.0.9" }],
      masks: [{ address: "10.1.0.0", netmask: "16" }],
    },
  });
  const { code, report } = await array.compare({}, "--fail-on-unmanaged");
  expect([code, report?.status]).toEqual([2, "drift"]);
  expect(
    report?.unmanaged.map(({ id, svm, admits, open, drift }) => [id.split(":").at(-1), svm, admits, open, drift]),
  ).toEqual([
    ["open", "svm1", "none, from anywhere", true, true],
    ["some", "svm1", "chap, from 10.0.0.1-10.0.0.9 or 10.1.0.0/16", true, true],
    ["closed", "svm1", "nobody (deny)", false, true],
  ]);
});

it("takes only those for drift that let somebody in, where it is asked for these", async () => {
  await addClosed();
  const closed = await array.compare({}, "--fail-on-unmanaged=open");
  expect([closed.code, closed.report?.status, closed.report?.unmanaged.length]).toEqual([0, "clean", 1]);
  await addOpen();
  const { code, report } = await array.compare({}, "--fail-on-unmanaged=open");
  expect([code, report?.unmanaged.map(({ drift }) => drift)]).toEqual([2, [true, false]]);
});

it("counts a service in no state by whether it is enabled", async () => {
  array.record(recordedOn().slice(1));
  expect((await array.compare({}, "--fail-on-unmanaged=open")).report?.unmanaged).toMatchObject([
    { admits: "logins (enabled)", drift: true },
  ]);
});

it("could not tell where it cannot list what may be in no state, but only if that was asked for", async () => {
  array.record(recordedOn().slice(0, 1));
  await array.fault("status", { status: 403, code: "6" }, CREDENTIALS);
  const lenient = await array.compare();
  expect([lenient.code, lenient.report?.causes]).toEqual([0, []]);
  expect(lenient.stderr).toContain("unmanaged IscsiCredentials objects are not listed. Could not GET");
  const { code, stderr, report } = await array.compare({}, "--fail-on-unmanaged");
  expect([code, stderr, report?.causes]).toEqual([
    3,
    "",
    [expect.objectContaining({ objects: 0, message: expect.stringContaining(CREDENTIALS) })],
  ]);
});

it("could not tell where a row that may be in no state cannot be read", async () => {
  await addOpen();
  const front = await withSpoiledRows(array, (row) =>
    String(row.initiator).endsWith(":open") ? { ...row, authentication_type: 7 } : row,
  );
  try {
    const { code, report } = await array.compare({ ONTAP_HOST: front.url }, "--fail-on-unmanaged");
    expect([code, report?.status, report?.causes.length]).toEqual([3, "unknown", 1]);
  } finally {
    await front.close();
  }
});
