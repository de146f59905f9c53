import { merged } from "../../tools/ci/again";

const file = (name: string, ...statuses: string[]) => ({
  name,
  status: statuses.every((status) => status !== "failed") && statuses.length > 0 ? "passed" : "failed",
  message: "",
  assertionResults: statuses.map((status) => ({ status })),
});
const result = (...testResults: ReturnType<typeof file>[]) => ({
  success: testResults.every(({ status }) => status === "passed"),
  wasInterrupted: false,
  testResults,
});

describe("a result after the files that failed were run once more", () => {
  const first = result(
    file("steady", "passed", "passed", "pending"),
    file("unsteady", "passed", "failed"),
    file("not loaded"),
  );

  it("counts what they did the second time, and what the others did the first", () => {
    expect(merged(first, result(file("unsteady", "passed", "passed"), file("not loaded", "passed")))).toMatchObject({
      success: true,
      numPassedTests: 5,
      numFailedTests: 0,
      numRuntimeErrorTestSuites: 0,
      numPendingTests: 1,
    });
  });

  it("fails with a file that fails again, or still cannot be loaded", () => {
    expect(merged(first, result(file("unsteady", "failed", "passed"), file("not loaded", "passed")))).toMatchObject({
      success: false,
      numFailedTests: 1,
    });
    expect(merged(first, result(file("unsteady", "passed"), file("not loaded")))).toMatchObject({
      success: false,
      numRuntimeErrorTestSuites: 1,
    });
  });

  it("keeps the failure of a file that did not run the second time", () => {
    expect(merged(first, result(file("unsteady", "passed")))).toMatchObject({
      success: false,
      numRuntimeErrorTestSuites: 1,
    });
  });
});
