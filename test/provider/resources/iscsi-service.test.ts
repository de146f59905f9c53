import fc from "fast-check";
import { iscsiService } from "../../../provider/resources/iscsi-service";
import { asObject } from "../../../provider/schema/property-map";
import { at, completeService, pathsIn, summary, UNKNOWNS, withAt } from "../schema/arguments";

const failures = (news: object) => iscsiService.failures({ ...news }, {});
const normalised = (news: object) => iscsiService.normalised({ ...news }, {});
const svm = { name: "svm1" };

describe("arguments of a service", () => {
  it("are right in full, and with the SVM alone", () => {
    expect(failures(completeService)).toEqual([]);
    expect(failures({ svm })).toEqual([]);
  });

  test.each(["", "p", "p".repeat(128), "😀".repeat(128), "a\"b'c:!~é"])("may have the alias %j", (alias) => {
    expect(failures({ svm, target: { alias } })).toEqual([]);
  });

  test.each([
    "p".repeat(129),
    "two words",
    "tab\t",
    "line\n",
    "nul\0",
    "del\u007f",
    "no\u00a0break",
    " ",
    "too long ".repeat(20),
  ])("may not have the alias %j, which is said once", (alias) => {
    expect(failures({ svm, target: { alias } })).toEqual([
      {
        property: "target.alias",
        reason: 'target.alias must be 1 to 128 printable characters without spaces, or "" to clear it',
      },
    ]);
  });

  test.each([
    [{ enabled: "true" }, "enabled"],
    [{ enabled: 1 }, "enabled"],
    [{ adopt: "yes" }, "adopt"],
    [{ forceDisconnect: 0 }, "forceDisconnect"],
    [{ cluster: "1st" }, "cluster"],
    [{ cluster: "" }, "cluster"],
    [{ cluster: "a_b" }, "cluster"],
    [{ target: "prod" }, '["target"]'],
    [{ target: { alias: 5 } }, "target.alias"],
    [{ target: { name: "iqn" } }, "target.name"],
    [{ svm: "svm1" }, '["svm"]'],
    [{ svm: { name: 5 } }, "svm.name"],
    [{ svm: { id: "x", name: "svm1" } }, "svm.id"],
    [{ isEnabled: true }, '["isEnabled"]'],
    [{ initiator: "default" }, "initiator"],
  ])("%j is refused, by the name of the property", (wrong, property) => {
    expect(summary(failures({ svm, ...wrong }))).toEqual([property]);
  });

  it("are refused with every problem at once", () => {
    expect(summary(failures({ enabled: "x", target: { alias: "a b" }, alias: "x" }))).toEqual([
      '["alias"]',
      "enabled",
      "svm.name: 2621707",
      "target.alias",
    ]);
  });

  it("may be unknown in any place, which is kept", () => {
    for (const path of pathsIn(completeService)) {
      for (const unknown of Object.values(UNKNOWNS)) {
        const news = asObject(withAt(completeService, path, unknown)) ?? {};
        expect([path, failures(news)]).toEqual([path, []]);
        expect(at(normalised(news), path)).toBe(unknown);
      }
    }
  });
});

describe("normalised arguments of a service", () => {
  test.each([
    [{ svm }, { svm, enabled: true }],
    [
      { svm, enabled: false },
      { svm, enabled: false },
    ],
    [
      { svm, target: {} },
      { svm, enabled: true },
    ],
    [
      { svm, target: { alias: "" } },
      { svm, enabled: true, target: { alias: "" } },
    ],
    [
      { svm, target: { alias: null }, cluster: null },
      { svm, enabled: true },
    ],
    [completeService, completeService],
  ])("of %j are %j", (news, inputs) => {
    expect(normalised(news)).toEqual(inputs);
  });

  it("normalised again stay as they are", () => {
    const news = fc.record(
      {
        svm: fc.record({ name: fc.string(), uuid: fc.uuid() }, { requiredKeys: [] }),
        enabled: fc.option(fc.boolean()),
        target: fc.option(fc.record({ alias: fc.option(fc.string()) }, { requiredKeys: [] })),
        adopt: fc.option(fc.boolean()),
      },
      { requiredKeys: ["svm"] },
    );
    fc.assert(
      fc.property(news, (bag) => {
        const once = normalised(bag);
        expect(normalised(once)).toEqual(once);
      }),
    );
  });
});
