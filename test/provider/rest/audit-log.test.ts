import { HOST, SVM1 } from "../../names";
import { against, closeServers, errorOf } from "./servers";
import { page, refusal } from "./tiny-server";

afterEach(closeServers);

const object = { svmUuid: SVM1, svmNames: ["svm1"], initiator: HOST };
const since = new Date("2026-11-21T10:00:00.700Z");
const message = (timestamp: string, index: number, more: object = {}) => ({
  timestamp,
  node: { name: "node1" },
  index,
  input: `iscsi security delete -vserver svm1 -initiator-name ${HOST}`,
  ...more,
});

it("asks once for what may be about iSCSI, by the time in seconds, and reads the newest first", async () => {
  const { ontap, server } = await against(() =>
    page([
      message("2026-11-21T12:00:00+01:00", 1, { user: "a" }),
      message("2026-11-21T11:00:00Z", 2, { user: "b", application: "ssh", location: "10.0.0.9", svm: null }),
      message("2026-11-21T12:00:00Z", 3, { user: "c" }),
      message("2026-11-21T10:30:00Z", 4, { input: "volume show" }),
    ]),
  );
  const { entries, isWhole, readBackTo } = await ontap.auditLog.trail([object], since);
  expect(entries.map(({ user, time }) => [user, time])).toEqual([
    ["c", "2026-11-21T12:00:00.000Z"],
    ["b", "2026-11-21T11:00:00.000Z"],
    ["a", "2026-11-21T11:00:00.000Z"],
  ]);
  expect(entries[1]).toMatchObject({ application: "ssh", address: "10.0.0.9", operation: { objects: [object] } });
  expect([isWhole, readBackTo]).toEqual([true, "2026-11-21T10:30:00.000Z"]);
  const query = new URL(server.seen[0]?.url ?? "", "http://x").searchParams;
  expect(server.seen).toHaveLength(1);
  expect([query.get("timestamp"), query.get("state"), query.get("order_by")]).toEqual([
    ">=1795255200",
    "success",
    "timestamp desc",
  ]);
  expect(query.get("input")).toContain("*iscsi*|*ISCSI*");
});

it("follows no next link, and does not take what it has for everything then", async () => {
  const { ontap, server } = await against(() =>
    page([message("2026-11-21T11:00:00Z", 1)], "/api/security/audit/messages?start.index=1"),
  );
  expect(await ontap.auditLog.trail([object], since)).toMatchObject({
    isWhole: false,
    readBackTo: "2026-11-21T11:00:00.000Z",
  });
  expect(server.seen).toHaveLength(1);
});

it("does not take what it cannot read for everything", async () => {
  const { ontap } = await against(() =>
    page([message("yesterday", 1), message("2026-11-21T11:00:00Z", 2), { user: 7 }]),
  );
  const { entries, isWhole } = await ontap.auditLog.trail([object], since);
  expect([entries.length, isWhole]).toEqual([1, false]);
});

it.each([
  ["a missing right", refusal(403, "6", "not authorized")],
  ["a busy array", refusal(503, "7", "limit", { headers: { "Retry-After": "0" } })],
])("asks no second time after %s", async (_title, reply) => {
  const { ontap, server } = await against(() => reply);
  const error = await errorOf(ontap.auditLog.trail([object], since));
  expect(error).toMatchObject({ message: expect.stringContaining("GET /api/security/audit/messages") });
  await errorOf(ontap.auditLog.reachesBackTo());
  expect(server.seen).toHaveLength(2);
});

it("names the right that a login lacks", async () => {
  const { ontap } = await against(() => refusal(403, "6", "not authorized"));
  expect(await errorOf(ontap.auditLog.trail([object], since))).toMatchObject({
    ontapCode: "6",
    message: expect.stringMatching(/^Could not read the audit log: .* readonly on \/api\/security\/audit\/messages;/),
  });
});

it("tells the time of the oldest entry, if there is one", async () => {
  const { ontap, server } = await against((_request, number) =>
    page(number === 0 ? [{ timestamp: "2026-11-01T00:00:00Z" }] : []),
  );
  expect(await ontap.auditLog.reachesBackTo()).toBe("2026-11-01T00:00:00.000Z");
  expect(server.seen[0]?.url).toContain("fields=timestamp&order_by=timestamp&max_records=1");
  expect(await ontap.auditLog.reachesBackTo()).toBeUndefined();
});
