import { compare } from "../../../proof/differential/compare";

const said = (property: string, reason: string) => [{ property, reason }];
const judged = (args: Record<string, unknown>, failures: ReturnType<typeof said>, code?: string, field = "") =>
  compare(args, failures, failures, code === undefined ? undefined : { code, field }).disagreement;

const CHAP_USER = "chap.inbound.user must be a string of 1 to 128 characters";

it("a failure without a code stands for no code of another field, and for no documented code of its own", () => {
  const args = { chap: { inbound: { user: true, password: "ab" } } };
  const failures = said("chap.inbound.user", CHAP_USER);
  expect(judged(args, failures, "262197", "chap.inbound.user")).toBeUndefined();
  expect(judged(args, failures, "262197", "chap.outbound.user")).toMatch(/^the array says 262197/);
  expect(judged(args, failures, "5374147", "chap")).toMatch(/^the array says 5374147 of chap, check/);
  expect(judged(args, failures, "262179", "chap.inbound.user")).toMatch(/^the array says 262179/);
});

it("another code than the array's disagrees, whatever else the arguments hold", () => {
  const args = { enabled: true, initiator: "iqn.x" };
  const failures = said("initiator", "the date is wrong (ONTAP 5373971)");
  expect(judged(args, failures, "5373971", "initiator")).toBeUndefined();
  expect(judged(args, failures, "5373972", "initiator")).toMatch(/^the array says 5373972 of initiator/);
});

it("what the array takes may be refused for a named reason only, which looks at the value itself", () => {
  const reason = "enabled must be true or false";
  expect(judged({ enabled: "TRUE" }, said("enabled", reason))).toBeUndefined();
  expect(judged({ enabled: "yes" }, said("enabled", reason))).toMatch(/^the array takes what check refuses/);
  expect(judged({ enabled: true }, said('["svm"]', "svm must be an object with name"))).toMatch(/^the array takes/);
});

it("a code that depends on what is on the array says nothing of a check", () => {
  expect(judged({}, [], "2621462", "svm.name")).toBeUndefined();
  expect(judged({}, [], "5374145", "chap.inbound.password")).toMatch(/^the array says 5374145.* check takes it$/);
});

it("the plugin names what a dynamic resource names, in the text or as the property", () => {
  const [dynamic, inText] = [said("chap.inbound", "is odd"), said("", "chap.inbound: is odd")];
  const refusal = { code: "2621462", field: "" };
  expect(compare({}, dynamic, inText, refusal).disagreement).toBeUndefined();
  expect(compare({}, dynamic, said("chap", "is odd"), refusal).disagreement).toBe("the two sides disagree");
});
