import { Claims } from "../../../provider/lifecycle/claims";
import { sameObject } from "../../../provider/plugin/same-object";
import { UNKNOWNS } from "../schema/arguments";

const urn = (name: string) => `urn:pulumi:dev::project::ontap-iscsi:index:IscsiCredentials::${name}`;
const inputs = { svm: { name: "svm1" }, initiator: "default", authenticationType: "deny" };

describe("Two resources of one run", () => {
  let claims: Claims;
  beforeEach(() => {
    claims = new Claims();
    sameObject(claims, "IscsiCredentials", urn("first"), { ...inputs, authenticationType: "none" });
  });
  const second = (more: object = {}) => sameObject(claims, "IscsiCredentials", urn("second"), { ...inputs, ...more });

  test("must not mean the same object, whatever else they say of it", () => {
    expect(second()).toEqual([
      {
        property: "",
        reason: expect.stringContaining('IscsiCredentials "second" means the same object as IscsiCredentials "first"'),
      },
    ]);
  });

  test.each([{ initiator: "iqn.1998-01.com.example:host1" }, { svm: { name: "svm2" } }, { cluster: "east" }])(
    "may differ by %j",
    (more) => {
      expect(second(more)).toEqual([]);
    },
  );

  test("must not be a single one and a row of a table, however the other rows are named", () => {
    const rows = (...names: readonly string[]) => ({
      svm: inputs.svm,
      credentials: Object.fromEntries(names.map((name) => [name, { authenticationType: "none" }])),
    });
    const table = (...names: readonly string[]) =>
      sameObject(
        claims,
        "IscsiCredentialsTable",
        urn("table").replace("Credentials", "CredentialsTable"),
        rows(...names),
      );
    expect(table("iqn.1998-01.com.example:host1")).toEqual([]);
    expect(table("iqn.1998-01.com.example:host1", "default")).toEqual([
      {
        property: "",
        reason: expect.stringContaining(
          'IscsiCredentialsTable "table" means the same object as IscsiCredentials "first"',
        ),
      },
    ]);
  });

  test("are not judged while it is unknown which object is meant", () => {
    expect(second({ svm: UNKNOWNS.object })).toEqual([]);
  });

  test("are one where the engine checks the same twice", () => {
    expect(sameObject(claims, "IscsiCredentials", urn("first"), inputs)).toEqual([]);
  });
});
