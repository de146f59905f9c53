import { Tally } from "../../../proof/support/tally";

test("cases are counted by what went wrong in them, each once, and told with every run", () => {
  const tally = new Tally(["lost", "doubled"], "with a second run", () => {});
  const lost = { wrong: "lost", what: "services svm1" };
  tally.add({ title: "one", findings: [lost, lost], isAdopted: false, runs: ["failed so", "went well"] });
  tally.add({ title: "two", findings: [], isAdopted: true, runs: ["failed", "failed", "went well"] });
  expect(tally.outcome()).toEqual({
    cases: 2,
    figures: [
      ["lost", 1],
      ["doubled", 0],
      ["with a second run", 2],
      ["conflict, then adopted", 1],
    ],
    failures: ["one\n  run 1: failed so\n  run 2: went well\n  lost: services svm1\n  lost: services svm1"],
  });
});
