import type { Proof } from "../../tools/proof/proof";

/** The same cases in every run: a test that fails by chance fails for somebody who changed nothing. */
const SEED = 1;

/** Runs the short form of a proof. Fails with what it found. */
export async function expectProven(proof: Proof): Promise<void> {
  const outcome = await proof.run({ seed: SEED, short: true, commands: undefined, dist: undefined }, () => undefined);
  expect(outcome.failures).toEqual([]);
  expect(outcome.cases).toBeGreaterThan(0);
}
