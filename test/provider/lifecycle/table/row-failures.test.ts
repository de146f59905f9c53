import { rowsFailure } from "../../../../provider/lifecycle/table/row-failures";
import { OntapError, type OntapErrorParts } from "../../../../provider/rest";

const operation = "change the iSCSI credentials of SVM svm1";
const failed = (name: string, parts: Partial<OntapErrorParts> = {}) => ({
  name,
  error: new OntapError({ code: "api-error", operation: `PATCH ${name}`, reason: `no room for ${name}`, ...parts }),
});
const end = (failures: ReadonlyArray<ReturnType<typeof failed>>, untried = 0) =>
  rowsFailure({ operation, total: 2_000, failures, untried });

describe("The error of rows that failed", () => {
  it("is none where none did", () => {
    expect(end([])).toBeUndefined();
  });

  it("names each row with its reason, and what to do", () => {
    expect(end([failed("a"), failed("b")])?.message).toBe(
      "Could not change the iSCSI credentials of SVM svm1: 2 rows of 2,000 failed:\n  - a: no room for a\n  - b: no room for b\nWhat was done is recorded; run up again to go on with the rest.",
    );
  });

  it("names 20 and counts the others, and those that were not tried", () => {
    const many = Array.from({ length: 30 }, (_, n) => failed(`n${n}`));
    expect(end(many, 1_234)?.reason).toMatch(
      /^30 rows of 2,000 failed:\n(.*\n){20} {2}- and 10 more\n {2}- 1,234 were not tried after that\n$/,
    );
  });

  it("has the code, the status and the advice that all of them have, and no others", () => {
    const same = { status: 409, ontapCode: "5374142", hint: "Set adopt: true.", code: "conflict" } as const;
    expect(end([failed("a", same), failed("b", same)])).toMatchObject({
      code: "conflict",
      status: 409,
      ontapCode: "5374142",
      hint: expect.stringMatching(/^Set adopt: true\. What was done/),
    });
    const mixed = end([failed("a", same), failed("b")]);
    expect(mixed).toMatchObject({ code: "api-error", status: undefined, ontapCode: undefined });
    expect(mixed?.hint).toMatch(/^What was done/);
  });

  it("is shared where no row has a part in it", () => {
    const shared = { scope: "cluster", reason: "no response" } as const;
    expect(end([failed("a", { shared }), failed("b", { shared })])?.shared).toEqual(shared);
    expect(end([failed("a", { shared }), failed("b")])?.shared).toBeUndefined();
  });
});
