import { checkFailure } from "../../../provider/plugin/check-failure";

test.each([
  ["initiator", { property: "initiator", reason: "it is none" }],
  ['["svm"]', { property: "", reason: "svm: it is none" }],
  ["chap.inbound.password", { property: "", reason: "chap.inbound.password: it is none" }],
  ["", { property: "", reason: "it is none" }],
])("A failure of %j reaches the engine so that no value is printed that must not be", (property, expected) => {
  expect(checkFailure({ property, reason: "it is none" }).toObject()).toEqual(expected);
});

test("A reason that names the property itself stays as it is", () => {
  const failure = { property: '["svm"]', reason: "svm must be an object with name, uuid or both" };
  expect(checkFailure(failure).toObject()).toEqual({ property: "", reason: failure.reason });
});

test("A secret is not printed as the value of its property", () => {
  expect(checkFailure({ property: "initiator", reason: "it is none" }, true).toObject()).toEqual({
    property: "",
    reason: "initiator: it is none",
  });
});
