import { status } from "@grpc/grpc-js";
import { answerOf, Refusal } from "../../../provider/plugin/failure";
import { OntapError } from "../../../provider/rest";
import { fromStruct } from "../../engine/bag";
import { HostError } from "../../engine/host-error";
import { secret } from "./wire";

test("A refusal is answered with its message and code", () => {
  expect(answerOf(new Refusal("Not so.", status.CANCELLED))).toEqual({ code: status.CANCELLED, details: "Not so." });
});

test("An error of ours is answered with its message", () => {
  const error = new OntapError({
    code: "configuration",
    operation: "reach the array",
    reason: "no host is configured",
  });
  expect(answerOf(error)).toEqual({ code: status.UNKNOWN, details: error.message });
});

test("Of a defect nothing is told that it says", () => {
  const { details } = answerOf(new TypeError("hunter2 is not a function"));
  expect(details).toMatch(/^TypeError inside ontap-iscsi\. Please report it/);
  expect(details).not.toContain("hunter2");
});

test("A message that is too long is cut", () => {
  const { details = "" } = answerOf(new Refusal("x".repeat(100_000)));
  expect(details.length).toBeLessThan(17_000);
  expect(details).toMatch(/x \[84000 characters more\]$/);
});

test.each(["ONTAP said \ud800.", `${"x".repeat(15_999)}\u{1f4a5} and more`])(
  "A message with half of a character, given or left by the cut, can be sent",
  (message) => {
    const { details = "" } = answerOf(new Refusal(message));
    expect(encodeURI(details)).toContain("%EF%BF%BD");
  },
);

test("What is to be recorded goes with the refusal, secrets as such, and is hidden from whoever prints it", () => {
  const refusal = new Refusal("Half made.", status.UNKNOWN, {
    id: "one",
    outputs: { chap: { password: "hunter2" }, svmName: "svm1" },
    inputs: { chap: { password: "hunter2" } },
    secrets: [["chap", "password"]],
  });
  expect(JSON.stringify(refusal)).not.toContain("hunter2");
  const { details = "", code = 0, metadata } = answerOf(refusal);
  if (metadata === undefined) {
    throw new Error("nothing is to be recorded");
  }
  const cause = Object.assign(new Error(details), { details, code, metadata });
  expect(new HostError(cause, fromStruct).initFailure).toEqual({
    id: "one",
    properties: { chap: { password: secret("hunter2") }, svmName: "svm1" },
    inputs: { chap: { password: secret("hunter2") } },
    reasons: ["Half made."],
  });
});
