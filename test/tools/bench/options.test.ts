import { readBenchOptions } from "../../../tools/bench/options";

const KNOWN = ["refresh", "up"];
const USAGE =
  "\nusage: npm run bench [-- [NAME]... [--check] [--full] [--sizes N,N] [--rounds N]]\nbenchmarks: refresh, up";

it("without arguments every benchmark runs five times, and is kept", () => {
  expect(readBenchOptions([], KNOWN)).toEqual({
    names: KNOWN,
    rounds: 5,
    sizes: undefined,
    full: false,
    check: false,
    keep: true,
  });
});

it("runs those that are named, in that order", () => {
  expect(readBenchOptions(["up", "refresh"], KNOWN).names).toEqual(["up", "refresh"]);
});

it("a check keeps nothing", () => {
  expect(readBenchOptions(["--check", "up"], KNOWN)).toMatchObject({ names: ["up"], check: true, keep: false });
});

it.each([
  [["--sizes", "10,20"], { sizes: [10, 20], keep: false }],
  [["--rounds", "1"], { rounds: 1, keep: false }],
  [["--rounds", "9"], { rounds: 9, keep: true }],
  [["--full"], { full: true, keep: true }],
])("%j measures %j", (args, expected) => {
  expect(readBenchOptions(args, KNOWN)).toMatchObject(expected);
});

it.each([
  [["dwon", "up"], "no benchmark dwon"],
  [["--rounds", "0"], '--rounds must be a positive number, or several with commas between them, not "0"'],
  [["--sizes", "1,many"], '--sizes must be a positive number, or several with commas between them, not "1,many"'],
])("%j is refused, with the benchmarks that there are", (args, problem) => {
  expect(() => readBenchOptions(args, KNOWN)).toThrow(new Error(`${problem}${USAGE}`));
});

it("an unknown option is refused, with the usage", () => {
  expect(() => readBenchOptions(["--quick"], KNOWN)).toThrow(/'--quick'[\s\S]*usage: npm run bench/);
});
