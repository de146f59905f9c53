import { readProofOptions } from "../../../tools/proof/options";

const KNOWN = ["crashes", "model"];
const USAGE =
  "\nusage: npm run proof [-- [NAME]... [--seed N] [--commands N] [--dist DIR] [--short]]\nproofs: crashes, model";

it("without arguments every proof runs in full, from a seed of chance, and is kept", () => {
  const { seed, ...others } = readProofOptions([], KNOWN);
  expect(others).toEqual({ names: KNOWN, short: false, commands: undefined, dist: undefined, keep: true });
  expect(Number.isInteger(seed)).toBe(true);
});

it("runs those that are named, in that order", () => {
  expect(readProofOptions(["model", "crashes"], KNOWN).names).toEqual(["model", "crashes"]);
});

it.each([
  [["--seed", "7"], { seed: 7, keep: true }],
  [["--commands", "100"], { commands: 100, keep: false }],
  [["--dist", "../old/dist"], { dist: "../old/dist", keep: false }],
  [["--short"], { short: true, keep: false }],
])("%j runs %j", (args, expected) => {
  expect(readProofOptions(args, KNOWN)).toMatchObject(expected);
});

it.each([
  [["modle", "crashes"], "no proof modle"],
  [["--seed", "0"], '--seed must be a positive whole number, not "0"'],
  [["--commands", "many"], '--commands must be a positive whole number, not "many"'],
])("%j is refused, with the proofs that there are", (args, problem) => {
  expect(() => readProofOptions(args, KNOWN)).toThrow(new Error(`${problem}${USAGE}`));
});

it("an unknown option is refused, with the usage", () => {
  expect(() => readProofOptions(["--quick"], KNOWN)).toThrow(/'--quick'[\s\S]*usage: npm run proof/);
});
