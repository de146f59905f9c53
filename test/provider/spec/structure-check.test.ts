import { structureCheck } from "../../../provider/spec/structure-check";
import { UNKNOWNS } from "../schema/arguments";

const check = structureCheck({
  type: "object",
  properties: {
    initiator: { type: "string", minLength: 2, maxLength: 4, pattern: "^[a-z]*$", description: "2 to 4 letters" },
    count: { type: "integer", maximum: 5 },
    chap: {
      type: "object",
      description: "an object with user and password",
      properties: { user: { type: "string" }, password: { type: "string" } },
      required: ["user"],
      additionalProperties: false,
    },
    ranges: {
      type: "array",
      description: "a list",
      items: {
        type: "object",
        description: "an object",
        properties: { start: { type: "string" } },
        required: ["start"],
      },
    },
  },
  required: ["initiator"],
  additionalProperties: false,
});

const only = (value: object) => check({ initiator: "abc", ...value }).map(({ reason }) => reason);

describe("the check of a structure", () => {
  it("finds nothing wrong where all is right", () => {
    expect(only({ count: 5, chap: { user: "u", password: "p" }, ranges: [{ start: "a" }] })).toEqual([]);
  });

  it("says what is allowed by the description, once for all rules that a value breaks", () => {
    expect(check({ initiator: "ABCDEF" })).toEqual([
      { property: "initiator", reason: "initiator must be 2 to 4 letters" },
    ]);
  });

  it("says what is allowed in other words where there is no description", () => {
    expect(only({ count: 6 })).toEqual(["count must be <= 5"]);
  });

  it("names what is missing, at any depth", () => {
    expect(check({ chap: {}, ranges: [{ start: "a" }, {}] })).toEqual([
      { property: "initiator", reason: "initiator is required" },
      { property: "chap.user", reason: "chap.user is required" },
      { property: "ranges[1].start", reason: "ranges[1].start is required" },
    ]);
  });

  it("finds every problem at once", () => {
    expect(check({ initiator: 1, count: "x", chap: { user: 1 }, extra: true })).toHaveLength(4);
  });

  it("names a wrong type without the value", () => {
    expect(check({ initiator: "abc", chap: "hunter2", ranges: ["hunter2"] })).toEqual([
      { property: '["chap"]', reason: "chap must be an object with user and password" },
      { property: "ranges[0]", reason: "ranges[0] must be an object" },
    ]);
  });

  it("passes over what is not known yet, and over nothing else", () => {
    expect(
      check({ initiator: UNKNOWNS.text, count: UNKNOWNS.number, chap: UNKNOWNS.text, ranges: UNKNOWNS.list }),
    ).toEqual([]);
    expect(only({ chap: { user: UNKNOWNS.text, password: 1 } })).toEqual(["chap.password must be string"]);
  });
});

describe("a property that there is not", () => {
  test.each([
    ["initator", "there is no property initator; did you mean initiator?"],
    ["Initiator", "there is no property Initiator; did you mean initiator?"],
    ["ranges_", "there is no property ranges_; did you mean ranges?"],
    ["cnt", "there is no property cnt; allowed are initiator, count, chap, ranges"],
    ["password", "there is no property password; allowed are initiator, count, chap, ranges"],
    ["foo", "there is no property foo; allowed are initiator, count, chap, ranges"],
  ])("%s: a near name is suggested, else all are", (name, reason) => {
    expect(check({ initiator: "abc", [name]: "hunter2" })).toEqual([{ property: `["${name}"]`, reason }]);
  });

  it("is named by its whole path, and so is the suggestion", () => {
    expect(only({ chap: { user: "u", pasword: "hunter2" } })).toEqual([
      "there is no property chap.pasword; did you mean chap.password?",
    ]);
  });

  it("may have any name", () => {
    expect(only({ "a/b~c.d": 1 })).toEqual([
      'there is no property ["a/b~c.d"]; allowed are initiator, count, chap, ranges',
    ]);
  });

  it("is named by a path that cannot be taken for another one, whatever its name holds", () => {
    expect(check({ initiator: "abc", 'a"].chap': 1 })).toEqual([
      {
        property: String.raw`["a\"].chap"]`,
        reason: String.raw`there is no property ["a\"].chap"]; allowed are initiator, count, chap, ranges`,
      },
    ]);
  });
});
