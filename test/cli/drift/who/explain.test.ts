import { boundaryOf, explain } from "../../../../cli/drift/who/explain";
import type { Question } from "../../../../cli/drift/who/question";
import type { AuditEntry, AuditedObject, AuditOperation } from "../../../../provider/rest";
import { HOST, SVM1 } from "../../../names";

const object = { svmUuid: SVM1, svmNames: ["svm1"], initiator: HOST };
const WRITTEN = new Date("2026-11-21T10:00:00Z");

/** An entry of the time, by a user of that name. */
function entry(time: string, user: string, more: Partial<AuditOperation> = {}): AuditEntry<AuditedObject> {
  const operation: AuditOperation = {
    command: "PATCH /api/protocols/san/iscsi/credentials",
    action: "modify",
    keys: [],
    fields: ["chap.inbound.user"],
    mayHaveSetMore: false,
    objects: [object],
    ...more,
  };
  return { time: `2026-11-21T${time}.000Z`, user, application: "http", address: "10.0.0.5", operation };
}

const ours = { client: "pulumi-ontap-iscsi" } as const;
const question = (about: Question["about"], ...properties: readonly string[]): Question => ({
  object,
  about,
  properties,
  passwords: new Map([["chap.inbound.password", "chap.inbound.password"]]),
});

function usersOf(
  asked: Question,
  entries: readonly AuditEntry<AuditedObject>[],
  writtenAt: Date | undefined = WRITTEN,
) {
  return explain(asked, [...entries].reverse(), writtenAt).entries.map(({ user, outside }) =>
    outside ? `${user}!` : user,
  );
}

it("leaves a minute for two clocks that differ", () => {
  expect(boundaryOf(WRITTEN)).toEqual(new Date("2026-11-21T09:59:00Z"));
  expect(boundaryOf(undefined)).toBeUndefined();
});

describe("a changed property", () => {
  const changed = question("changed", "chap.inbound.user");

  it("was set by the last that set it, or one shortly before, but not before Pulumi set what is recorded", () => {
    expect(
      usersOf(changed, [
        entry("08:00:00", "long ago"),
        entry("09:00:00", "pulumi", ours),
        entry("09:30:00", "missed by a run"),
        entry("10:30:00", "another field", { fields: ["initiator_address.ranges"] }),
        entry("11:00:00", "another stack", ours),
        entry("11:30:00", "last"),
      ]),
    ).toEqual(["last!", "another stack", "missed by a run"]);
  });

  it("is also set with its type, by a create, and by what is not understood, but not by a deletion", () => {
    expect(
      usersOf(changed, [
        entry("10:01:00", "type", { fields: ["authentication_type"] }),
        entry("10:02:00", "create", { action: "create", fields: [] }),
        entry("10:03:00", "unknown", { action: "unknown", fields: [], mayHaveSetMore: true }),
        entry("10:04:00", "deletion", { action: "delete", fields: [] }),
      ]),
    ).toEqual(["unknown!", "create!", "type!"]);
  });

  it("has an entry of its own, however many there are of another one", () => {
    const both = question("changed", "chap.inbound.user", "initiatorAddress.ranges");
    const ranges = { fields: ["initiator_address.ranges"] } as const;
    expect(
      usersOf(both, [
        entry("10:01:00", "user"),
        ...["r1", "r2", "r3", "r4"].map((user, index) => entry(`10:1${index}:00`, user, ranges)),
      ]),
    ).toEqual(["r4!", "r3!", "r2!", "user!"]);
  });
});

it("names who deleted what is gone, since Pulumi last wrote it", () => {
  const entries = [
    entry("08:00:00", "before", { action: "delete" }),
    entry("09:00:00", "pulumi", { ...ours, fields: ["chap.inbound.user"] }),
    entry("10:10:00", "changed it"),
    entry("10:20:00", "deleted it", { action: "delete" }),
  ];
  expect(usersOf(question("gone"), entries)).toEqual(["deleted it!"]);
});

it("names who made what is in no state, be it Pulumi, since it was last deleted", () => {
  const entries = [
    entry("07:00:00", "made an earlier one", { action: "create" }),
    entry("08:00:00", "deleted that", { action: "delete" }),
    entry("09:00:00", "another stack", { ...ours, action: "create" }),
    entry("11:00:00", "changed it"),
  ];
  expect(usersOf(question("unmanaged"), entries)).toEqual(["changed it!", "another stack"]);
});

it.each<[string, readonly AuditEntry<AuditedObject>[], Date | undefined, number]>([
  ["newer than the state", [entry("10:00:01", "x", { fields: ["chap.inbound.password"] })], WRITTEN, 1],
  ["in the minute before", [entry("09:59:00", "x", { fields: ["chap.inbound.password"] })], WRITTEN, 1],
  ["older", [entry("09:58:59", "x", { fields: ["chap.inbound.password"] })], WRITTEN, 0],
  ["of a state without a time", [entry("01:00:00", "x", { fields: ["chap.inbound.password"] })], undefined, 1],
  ["of the user alone", [entry("11:00:00", "x")], WRITTEN, 0],
  ["by a create of Pulumi", [entry("11:00:00", "x", { ...ours, fields: ["chap.inbound.password"] })], WRITTEN, 0],
  [
    "before Pulumi set it",
    [
      entry("11:00:00", "x", { fields: ["chap.inbound.password"] }),
      entry("11:00:01", "p", { ...ours, fields: ["chap.inbound.password"] }),
    ],
    WRITTEN,
    0,
  ],
])("tells a password set outside Pulumi by its last entry: %s", (_title, entries, writtenAt, count) => {
  const { passwords, entries: listed } = explain(question("there"), [...entries].reverse(), writtenAt);
  expect([passwords.length, listed.length]).toEqual([count, count]);
});
