import { readSessionsOptions } from "../../../cli/sessions/options";

it.each([
  [[], undefined],
  [["--watch"], 5000],
  [["--watch=10s"], 10_000],
  [["--watch=2m"], 120_000],
])("takes %j as a time between looks of %s ms", (args, watchMs) => {
  expect(readSessionsOptions(args)).toMatchObject({ watchMs });
});

it.each([
  [["--watch=0s"], "--watch takes seconds or minutes"],
  [["--watch=5"], "--watch takes seconds or minutes"],
  [["--watch=2000m"], "--watch takes seconds or minutes"],
  [["--watch", "--output", "a"], "--watch prints one report after another"],
  [["--min-paths", "0"], "--min-paths must be a whole number"],
  [["--min-paths", "two"], "--min-paths must be a whole number"],
  [["--format", "text"], "--format must be one of table, json, markdown"],
  [["--svm", ""], "--svm must not be empty"],
  [["--svm", ">a"], "--svm takes names"],
  [["--state", "a", "--cwd", "b"], "--state replaces the stack"],
  [["--stat", "a"], "did you mean --state?"],
])("takes %j for wrong usage", (args, message) => {
  expect(() => readSessionsOptions(args)).toThrow(message);
});
