import { difference, objectsOn } from "../../../proof/support/array-comparison";

const svm = { name: "svm1" };
const row = (initiator: string, type: string) => ({ svm, initiator, authentication_type: type });
const session = (tsih: number) => ({ svm, tsih, initiator: { name: "iqn.1" } });

test("objects are told apart by what ONTAP tells them apart by, in any order", () => {
  const one = objectsOn({ credentials: [row("a", "none"), row("b", "none")], sessions: [session(1), session(2)] });
  const other = objectsOn({ sessions: [session(2), session(1)], credentials: [row("b", "none"), row("a", "none")] });
  expect(difference(one, other)).toEqual({ missing: [], extra: [], unequal: [] });
});

test("what is missing, too many or different is told by name", () => {
  const actual = objectsOn({ licenses: ["iscsi"], credentials: [row("a", "deny"), row("c", "none")] });
  const expected = objectsOn({ licenses: ["iscsi"], credentials: [row("a", "none")], sessions: [session(4)] });
  expect(difference(actual, expected)).toEqual({
    missing: ["sessions svm1 iqn.1 4"],
    extra: ["credentials svm1 c"],
    unequal: ["credentials svm1 a"],
  });
});
