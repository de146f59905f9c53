import { nameQuery } from "../../../cli/sessions/name-query";

it.each([
  ["svm1", ["svm1"], ["svm10", "SVM1", "asvm1"]],
  ["prod*", ["prod", "prod-1"], ["preprod"]],
  ["a|b*", ["a", "bc"], ["ab"]],
  ["!test*", ["prod"], ["test1"]],
  ["iqn.1998-01.com.example:*", ["iqn.1998-01.com.example:a"], ["iqnX1998-01.com.example:a"]],
])("reads %s as ONTAP does", (text, yes, no) => {
  const { matches } = nameQuery("svm", text);
  expect(yes.map(matches)).toEqual(yes.map(() => true));
  expect(no.map(matches)).toEqual(no.map(() => false));
});

it.each(["", "a||b", "a..b", ">a", '"a"', "{a}", "a b", "!", "a,b"])("refuses %j", (text) => {
  expect(() => nameQuery("svm", text)).toThrow("--svm takes names");
});
