import { type QueryExpression, type QueryScalar, query } from "../../../provider/rest";
import { listRequest, passes } from "../../../provider/rest/list-options";
import { literal, queryString } from "../../../provider/rest/query";

describe("a plain value", () => {
  it.each<[QueryScalar, string]>([
    ["svm1", "svm1"],
    ["iqn.1998-01.com.corp.iscsi:name1", "iqn.1998-01.com.corp.iscsi:name1"],
    ["10.0.0.5", "10.0.0.5"],
    ["2024-07-29T16:17:17Z", "2024-07-29T16:17:17Z"],
    [10, "10"],
    [-1, "-1"],
    [true, "true"],
    ["a*", '"a*"'],
    ["a|b", '"a|b"'],
    ["!a", '"!a"'],
    ["a..b", '"a..b"'],
    [">5", '">5"'],
    ["a b", '"a b"'],
    ["a,b", '"a,b"'],
    ["a{b}", '"a{b}"'],
    ["null", '"null"'],
    ["NULL", '"NULL"'],
    ["", '""'],
    ['say "x"', '{say "x"}'],
  ])("%j is sent as %s", (value, sent) => {
    expect(literal(value)).toBe(sent);
  });

  it("that ONTAP cannot quote is asked for with a wider pattern and checked on what comes back", () => {
    const name = 'a"b{c';
    const request = listRequest({ query: { "initiator.name": name }, fields: ["isid"] });
    expect(request.parameters).toEqual([
      ["initiator.name", "*a*b*c*"],
      ["fields", "isid,initiator.name"],
    ]);
    expect(passes({ initiator: { name } }, request.residual)).toBe(true);
    expect(passes({ initiator: { name: 'a"b{cc' } }, request.residual)).toBe(false);
    expect(passes({}, request.residual)).toBe(false);
  });

  it("of that kind matches any member of a list", () => {
    const { residual } = listRequest({ query: { "igroups.name": 'x"{' } });
    expect(passes({ igroups: [{ name: "y" }, { name: 'x"{' }] }, residual)).toBe(true);
  });
});

describe("an expression", () => {
  it.each<[string, QueryExpression, string]>([
    ["like", query.like("iqn.1998*"), "iqn.1998*"],
    ["like, with a special character", query.like("a|b*"), '"a|b"*'],
    ["like, without a wildcard", query.like("null"), '"null"'],
    ["not", query.not("a"), "!a"],
    ["not, of a special character", query.not("a*"), '!"a*"'],
    ["not like", query.not(query.like("a*")), "!a*"],
    ["anyOf", query.anyOf("a", "b|c", query.like("d*")), 'a|"b|c"|d*'],
    ["anyOf with unset", query.anyOf("a", query.unset), "a|null"],
    ["between numbers", query.between(3, 9), "3..9"],
    ["between texts", query.between("a..", "b"), '"a.."..b'],
    ["gt", query.gt(10), ">10"],
    ["ge", query.ge(10), ">=10"],
    ["lt", query.lt(10), "<10"],
    ["le", query.le(10), "<=10"],
    ["unset", query.unset, "null"],
    ["set", query.set, "!null"],
    ["raw", query.raw("3|5..9|>100"), "3|5..9|>100"],
  ])("%s", (_title, expression, sent) => {
    expect(String(expression)).toBe(sent);
  });

  it.each<[string, () => unknown]>([
    ["a negated list", () => query.not(query.anyOf("a", "b"))],
    ["a value that cannot be quoted", () => query.not('a"{')],
  ])("that ONTAP has no words for is refused: %s", (_title, make) => {
    expect(make).toThrow(expect.objectContaining({ code: "configuration" }));
  });
});

it("a query keeps what the documents print readable and encodes the rest", () => {
  expect(
    queryString([
      ["svm.name", "svm1"],
      ["fields", "*"],
      ["order_by", "svm.name desc,tsih"],
      ["connections.initiator_address.address", "fd20::1"],
      ["initiator", 'ä&=+%#"'],
    ]),
  ).toBe(
    "svm.name=svm1&fields=*&order_by=svm.name%20desc,tsih&connections.initiator_address.address=fd20::1" +
      "&initiator=%C3%A4%26%3D%2B%25%23%22",
  );
});
