import { printable, refused } from "../../../provider/schema/failure";

test("a refusal ends with ONTAP's code", () => {
  expect(refused("chap.inbound.user", "it is missing", "5374149")).toEqual({
    property: "chap.inbound.user",
    reason: "it is missing (ONTAP 5374149)",
  });
});

describe("the name of a property", () => {
  it("is the property's own where its value is public, so that the engine shows the value", () => {
    expect(["initiator", "authenticationType", "enabled", "cluster"].map((key) => printable([key]))).toEqual([
      "initiator",
      "authenticationType",
      "enabled",
      "cluster",
    ]);
  });

  it("is never a key of the arguments where the value may hold a password", () => {
    expect(["chap", "svm", "target", "password", "x"].map((key) => printable([key]))).toEqual([
      '["chap"]',
      '["svm"]',
      '["target"]',
      '["password"]',
      '["x"]',
    ]);
  });

  it("is a path below the top, with indices as the engine writes them", () => {
    expect(printable(["chap", "inbound", "user"])).toBe("chap.inbound.user");
    expect(printable(["initiatorAddress", "ranges", "0", "end"])).toBe("initiatorAddress.ranges[0].end");
  });
});
