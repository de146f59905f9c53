import { formNotation } from "../../../provider/functions/query-form";
import { boolean, integer, type Leaf, text, timestamp } from "../../../provider/record/fields";

const name = text({ doc: "Name." });
const word = text({ doc: "Word.", values: ["chap", "none"] });
const number = integer({ doc: "Number." });
const instant = timestamp({ doc: "Instant." });
const flag = boolean({ doc: "Flag." });
const place = { noun: "iSCSI session", argument: "initiator.name" };

const expression = (leaf: Leaf, form: unknown) => formNotation.expressionIn(form, leaf, place)?.text;

describe("a query as an object of one key", () => {
  it.each<[Leaf, object, string]>([
    [name, { like: "iqn.1998*" }, "iqn.1998*"],
    [name, { like: "a|b*" }, '"a|b"*'],
    [name, { not: "a*" }, '!"a*"'],
    [name, { not: { like: "a*" } }, "!a*"],
    [name, { anyOf: ["a", "b|c", { like: "d*" }, { unset: true }] }, 'a|"b|c"|d*|null'],
    [name, { between: ["a", "c"] }, "a..c"],
    [name, { unset: true }, "null"],
    [name, { set: true }, "!null"],
    [name, { raw: "a*|!null" }, "a*|!null"],
    [word, { not: "chap" }, "!chap"],
    [word, { like: "c*" }, "c*"],
    [number, { gt: 5 }, ">5"],
    [number, { ge: 5 }, ">=5"],
    [number, { lt: 5 }, "<5"],
    [number, { le: 5 }, "<=5"],
    [number, { between: [3, 9] }, "3..9"],
    [number, { anyOf: [1, { gt: 5 }] }, "1|>5"],
    [instant, { gt: "2017-01-25 11:20:13 +0000" }, ">2017-01-25T11:20:13Z"],
    [flag, { not: true }, "!true"],
  ])("of %o, %j, is sent as %s", (leaf, form, sent) => {
    expect(expression(leaf, form)).toBe(sent);
  });

  it.each([["a value"], ["a*"], [5], [true], [null], [undefined], [["a"]]])("is not %j", (value) => {
    expect(formNotation.expressionIn(value, name, place)).toBeUndefined();
  });

  it("is misplaced for an object of the record, unless that has a field of the operator's name", () => {
    expect(formNotation.isMisplaced({ like: "svm*" }, ["name", "uuid"])).toBe(true);
    expect(formNotation.isMisplaced({ set: "x" }, ["name", "set"])).toBe(false);
    expect(formNotation.isMisplaced({ name: "svm1" }, ["name", "uuid"])).toBe(false);
    expect(formNotation.isMisplaced({ like: "a", name: "b" }, ["name", "uuid"])).toBe(false);
  });
});

describe("a wrong query names the argument and what is allowed", () => {
  it.each<[Leaf, object, string]>([
    [name, {}, "initiator.name: a query has exactly one of the keys like, not, anyOf,"],
    [name, { like: "a", not: "b" }, "initiator.name: a query has exactly one of the keys like, not,"],
    [name, { lik: "a" }, "initiator.name.lik: there is no such field or option. Did you mean initiator.name.like?"],
    [name, { like: 5 }, "initiator.name.like: it must be a string."],
    [name, { raw: ["x"] }, "initiator.name.raw: it must be a string."],
    [name, { not: 5 }, "initiator.name.not: it must be a string, or a query such as"],
    [name, { not: { anyOf: ["a", "b"] } }, "initiator.name.not: ONTAP's query language cannot negate a list"],
    [name, { not: 'a"b{' }, "initiator.name.not: ONTAP's query language cannot quote"],
    [name, { not: { lik: "a" } }, "initiator.name.not.lik: there is no such field"],
    [name, { anyOf: [] }, "initiator.name.anyOf: it must be a list of one or more values"],
    [name, { anyOf: "a" }, "initiator.name.anyOf: it must be a list of one or more values"],
    [name, { unset: false }, "initiator.name.unset: it must be true."],
    [name, { set: "true" }, "initiator.name.set: it must be true."],
    [number, { like: "1*" }, "initiator.name.like: this field can be queried by not, anyOf, between,"],
    [number, { gt: "5" }, "initiator.name.gt: it must be a whole number"],
    [number, { gt: { le: 5 } }, "initiator.name.gt: it must be a whole number"],
    [number, { between: [1] }, "initiator.name.between: it must be a list of two values"],
    [flag, { gt: true }, "initiator.name.gt: this field can be queried by not, unset, set, raw only"],
    [word, { not: "chip" }, 'initiator.name.not: it must be "chap" or "none"'],
  ])("of %o: %j", (leaf, form, message) => {
    const told = `Could not read iSCSI sessions with the argument ${message}`;
    expect(() => expression(leaf, form)).toThrow(
      expect.objectContaining({ code: "configuration", message: expect.stringContaining(told) }),
    );
  });
});
