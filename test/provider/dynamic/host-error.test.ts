import { forHost, reportErrorsOnce } from "../../../provider/dynamic/host-error";
import { PartialFailure } from "../../../provider/lifecycle/partial-failure";
import { ToldCauses } from "../../../provider/lifecycle/told-causes";
import { OntapError } from "../../../provider/rest";
import { everythingIn } from "../rest/everything-in";

describe("What the dynamic host is given", () => {
  it("of an error of anybody else is its name, its code and where it arose, and nothing that it says", () => {
    const failing = Object.assign(new TypeError("no hunter2\n    at hunter2:1:1"), {
      code: "ERR_INVALID_ARG_TYPE",
      id: "hunter2",
      password: "hunter2",
      cause: new Error("hunter2"),
    });
    const given = forHost(failing, { chap: { inbound: { password: "hunter2" } } }, new ToldCauses());
    expect(given.message).toMatch(
      /^TypeError \(ERR_INVALID_ARG_TYPE\) inside ontap-iscsi.*\n {4}at .*host-error\.test\.ts/,
    );
    expect(given).not.toHaveProperty("id");
    expect(everythingIn(given)).not.toContain("hunter2");
    expect(everythingIn(forHost("hunter2", {}, new ToldCauses()))).not.toContain("hunter2");
  });

  it("of a partial failure holds what is to be recorded, which no log of the error shows", () => {
    const reason = new OntapError({ code: "api-error", operation: "create it", reason: "no" });
    const outputs = { chap: { inbound: { user: "host1", password: "hunter2" } } };
    const failure = new PartialFailure("id-1", outputs, reason);
    expect(failure.outputs).toEqual(outputs);
    const given = forHost(failure, { __provider: "text" }, new ToldCauses());
    expect(given).toMatchObject({
      id: "id-1",
      properties: { ...outputs, __provider: "text" },
      reasons: [failure.message],
    });
    expect(`${everythingIn(failure)} ${everythingIn(given)}`).not.toContain("hunter2");
  });

  it("is not printed beside being reported, while all other output is", () => {
    const printed: unknown[][] = [];
    const output = { error: (...values: unknown[]) => void printed.push(values) };
    reportErrorsOnce(output);
    const given = forHost(
      new OntapError({ code: "unreachable", operation: "read it", reason: "no" }),
      {},
      new ToldCauses(),
    );
    // As the dynamic host does.
    output.error(`${given}: ${given.stack}`);
    output.error("somebody else's", 1);
    output.error(new Error("somebody else's").message);
    expect(printed).toEqual([["somebody else's", 1], ["somebody else's"]]);
  });
});
