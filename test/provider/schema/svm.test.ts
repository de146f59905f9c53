import { sameSvm, svmFailures, svmOf } from "../../../provider/schema/svm";
import { SVM1, SVM2 } from "../../names";
import { summary, UNKNOWNS } from "./arguments";

const uuid = SVM1;
const other = SVM2;

describe("an SVM", () => {
  test.each([[{}], [{ svm: {} }], [{ svm: { name: "" } }], [{ svm: { name: "", uuid: "" } }]])(
    "must be given: %j is refused with 2621707",
    (news) => {
      expect(summary(svmFailures(news))).toEqual(["svm.name: 2621707"]);
    },
  );

  test.each([
    [{ svm: { name: "svm1" } }],
    [{ svm: { uuid } }],
    [{ svm: { name: "svm1", uuid } }],
    [{ svm: UNKNOWNS.text }],
    [{ svm: { name: UNKNOWNS.text } }],
    [{ svm: { name: "", uuid: UNKNOWNS.text } }],
  ])("is given by %j", (news) => {
    expect(svmFailures(news)).toEqual([]);
  });

  it("of a wrong type is the structure's to refuse", () => {
    expect([{ svm: "svm1" }, { svm: 5 }].flatMap(svmFailures)).toEqual([]);
  });

  it("is read from a bag without its empty parts", () => {
    expect(svmOf({ svm: { name: "svm1", uuid: "" } })).toEqual({ name: "svm1" });
    expect(svmOf({ svm: { name: 5 } })).toEqual({});
    expect(svmOf({})).toEqual({});
  });
});

describe("two references", () => {
  test.each([
    [{ uuid }, { uuid: uuid.toUpperCase() }, true],
    [{ uuid, name: "a" }, { uuid, name: "b" }, true],
    [{ uuid, name: "a" }, { uuid: other, name: "a" }, false],
    [{ name: "a" }, { name: "a" }, true],
    [{ name: "a" }, { name: "b" }, undefined],
    [{ name: "a" }, { uuid }, undefined],
    [{ name: "a" }, { name: "a", uuid }, undefined],
  ])("%j and %j mean the same SVM: %s", (a, b, verdict) => {
    expect([sameSvm(a, b), sameSvm(b, a)]).toEqual([verdict, verdict]);
  });
});
