import { readArguments, refuseEmpty } from "../../cli/arguments";

const options = {
  state: { type: "string" },
  stack: { type: "string" },
  svm: { type: "string", multiple: true },
  output: { type: "string" },
  force: { type: "boolean" },
  watch: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;
const read = (...args: readonly string[]) => readArguments(args, options, { watch: "5s" });

it("reads options in each way to write them", () => {
  expect(read("--state", "a", "--stack=-b", "--svm", "1", "--svm", "2", "--force", "-h")).toEqual({
    state: "a",
    stack: "-b",
    svm: ["1", "2"],
    force: true,
    help: true,
  });
});

it("gives an option its implied value where it stands alone, and takes another one behind an equals sign", () => {
  expect([read("--watch", "--force"), read("--watch=9s"), read("--force")]).toEqual([
    { watch: "5s", force: true },
    { watch: "9s" },
    { force: true },
  ]);
});

it.each([
  [["--states", "a"], "there is no option --states; did you mean --state?"],
  [["--stat=a"], "there is no option --stat; did you mean --state?"],
  [["--out", "a"], "there is no option --out; did you mean --output?"],
  [["--STACK", "a"], "there is no option --STACK; did you mean --stack?"],
  [["--colour"], "there is no option --colour"],
  [["-x"], "there is no option -x"],
  [["--state"], "--state needs a value"],
  [["--state", "--force"], "--state needs a value; write --state=--force if --force is meant"],
  [["--force=yes"], "--force takes no value"],
  [["--watch", "9s"], 'unexpected argument "9s"; options start with --'],
  [["state"], 'unexpected argument "state"; options start with --'],
  [["--toString"], "there is no option --toString"],
])("says in one line what is wrong with %j", (args, message) => {
  expect(() => read(...args)).toThrow(expect.objectContaining({ name: "UsageError", message }));
});

it("refuses an empty value, which a variable that is not set leaves behind", () => {
  expect(() => refuseEmpty({ state: "a", svm: ["b", ""] })).toThrow("--svm must not be empty");
  expect(() => refuseEmpty({ state: "a", svm: ["b"], force: true })).not.toThrow();
});
