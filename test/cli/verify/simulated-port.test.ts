import { SVM1, SVM2 } from "../../names";
import { type Host, INBOUND, iqn, OUTBOUND, VerifyArray } from "./array";

const OTHER = { user: "in", password: "set-by-somebody" };
const row = (inbound: object, outbound?: object) => ({ chap: { inbound, ...(outbound && { outbound }) } });
const from = (start: string, end: string) => ({ initiator_address: { ranges: [{ start, end }] } });

let array: VerifyArray;
afterEach(() => array.stop());

async function verdictOf(host: Partial<Host>, ...args: readonly string[]) {
  const { code, verdicts } = await array.verify(...array.ownPortal("svm1"), ...args);
  return { code, ...verdicts.get(host.initiator ?? iqn("host")) };
}

const unknown = (reason: string) => ({ code: 3, inbound: "unknown", reason: expect.stringContaining(reason) });

it.each<[string, Partial<Host>, object]>([
  ["the recorded password", {}, { code: 0, inbound: "proven" }],
  [
    "one in hexadecimal digits",
    { inbound: { user: "in", password: "0x6162636465666768696a6b6c" } },
    { code: 0, inbound: "proven" },
  ],
  ["the recorded ones in both directions", { outbound: OUTBOUND }, { code: 0, inbound: "proven", outbound: "proven" }],
  ["another password", { onArray: row(OTHER) }, { code: 2, inbound: "refused" }],
  [
    "another outbound password",
    { outbound: OUTBOUND, onArray: row(INBOUND, { user: "out", password: "another-outbound" }) },
    { code: 2, inbound: "proven", outbound: "wrong proof" },
  ],
  [
    "no outbound password where one is recorded",
    { outbound: OUTBOUND, onArray: row(INBOUND) },
    { code: 3, inbound: "proven", outbound: "unknown", reason: expect.stringContaining("has no outbound password") },
  ],
  [
    "another inbound password in a mutual row",
    { outbound: OUTBOUND, onArray: row(OTHER, OUTBOUND) },
    { code: 3, inbound: "unknown", outbound: "unknown" },
  ],
  ["no row of it", { onArray: null }, unknown("has no row of its own")],
  ["a row that denies", { onArray: { authentication_type: "deny", chap: undefined } }, unknown("is of type deny")],
  ["another user", { onArray: row({ user: "other", password: "inbound-canary" }) }, unknown("another inbound user")],
  ["this machine in its address list", { onArray: from("127.0.0.1", "127.0.0.1") }, { code: 0, inbound: "proven" }],
  [
    "an address list without this machine",
    { onArray: from("10.0.0.1", "10.0.0.9") },
    unknown("does not admit this machine"),
  ],
])("tells what a simulated target has: %s", async (_what, host, expected) => {
  array = await VerifyArray.ofHosts([{ initiator: iqn("host"), ...host }]);
  expect(await verdictOf(host)).toMatchObject(expected);
  expect(await array.control("GET", "/state")).toMatchObject({ sessions: [] });
});

it.each<[string, object]>([
  ["0202", { loginChapRefused: "0202" }],
  ["a closed connection", { loginChapRefused: "close" }],
])("does not take %s for a refused password", async (_what, unknowns) => {
  array = await VerifyArray.ofHosts([{ initiator: iqn("host"), onArray: row(OTHER) }]);
  await array.control("PUT", "/settings", { unknowns });
  expect(await verdictOf({})).toMatchObject({ code: 3, inbound: "unknown" });
});

it("cannot tell where the service is disabled", async () => {
  array = await VerifyArray.ofHosts([{ initiator: iqn("host") }]);
  await array.byHand("PATCH", `services/${SVM1}`, { enabled: false });
  expect(await verdictOf({})).toMatchObject({ code: 3, inbound: "unknown" });
});

it("tries the default row as a guest without a row of its own", async () => {
  array = await VerifyArray.ofHosts([{ initiator: "default" }]);
  const guest = await verdictOf({ initiator: "default" }, "--as-initiator", iqn("guest"));
  expect(guest).toMatchObject({ code: 0, inbound: "proven" });
});

it.each(["127.0.0.1", "::1"])("proves 50 hosts on each of two SVMs at %s, and leaves no session", async (host) => {
  const hosts = Array.from({ length: 50 }, (_, index) => ({
    initiator: iqn(`host${index}`),
    ...(index % 2 === 0 ? {} : { outbound: OUTBOUND }),
  }));
  array = await VerifyArray.start(
    [
      { name: "svm1", uuid: SVM1, hosts },
      { name: "svm2", uuid: SVM2, hosts },
    ],
    { host },
  );
  const { code, report } = await array.verify(...array.ownPortal("svm1", "svm2"));
  expect({ code, status: report?.status, proven: report?.credentials.length }).toEqual({
    code: 0,
    status: "proven",
    proven: 100,
  });
  expect(await array.control("GET", "/state")).toMatchObject({ sessions: [] });
});
