import { Claims } from "../../../provider/lifecycle/claims";

const resource = (name: string, urn = `urn::${name}`) => ({ type: "IscsiCredentials", name, urn }) as const;
const identity = { svm: { name: "svm1" }, cluster: undefined, initiator: "default" };

describe("The objects that the resources of a program mean", () => {
  let claims: Claims;
  beforeEach(() => {
    claims = new Claims();
    claims.claim(resource("first"), "IscsiCredentials", identity);
  });

  it("must not be the same for two, which are then both named with what they have in common", () => {
    expect(claims.claim(resource("second"), "IscsiCredentials", { initiator: "default", svm: { name: "svm1" } })).toBe(
      'IscsiCredentials "second" means the same object as IscsiCredentials "first" (initiator "default", svm {"name":"svm1"}). Remove one of the two from the program, or give it an object of its own.',
    );
  });

  it("are named with their URNs where both resources have the same name", () => {
    expect(claims.claim(resource("first", "urn::parent$first"), "IscsiCredentials", identity)).toContain(
      'IscsiCredentials "first" (urn::parent$first) means the same object as IscsiCredentials "first" (urn::first)',
    );
  });

  it.each([
    ["another kind of object", resource("second"), "IscsiService", identity],
    ["another cluster", resource("second"), "IscsiCredentials", { ...identity, cluster: "east" }],
    [
      "another notation of the SVM",
      resource("second"),
      "IscsiCredentials",
      { ...identity, svm: { name: "svm1", uuid: "u" } },
    ],
    ["another initiator", resource("second"), "IscsiCredentials", { ...identity, initiator: "eui.0123456789abcdef" }],
    ["the resource itself", resource("first"), "IscsiCredentials", identity],
  ])("may differ by %s", (_what, second, kind, other) => {
    expect(claims.claim(second, kind, other)).toBeUndefined();
  });

  it("may not be the same for resources of two types, where one holds the other's kind among its rows", () => {
    const table = { ...resource("table"), type: "IscsiCredentialsTable" };
    expect(claims.claim(table, "IscsiCredentials", identity)).toContain(
      'IscsiCredentialsTable "table" means the same object as IscsiCredentials "first"',
    );
  });
});
