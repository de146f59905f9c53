import { FRONTS } from "../test/provider/provider-harness";
import type { Proof } from "../tools/proof/proof";
import { WRONGS } from "./faults/judge";
import { proveOnEngine } from "./faults/on-engine";
import { proveOperations } from "./faults/prove-operations";
import { proveReads, WRONG_READS } from "./faults/prove-reads";
import { Tally } from "./support/tally";

/** Arrays of each side that are at work at once: most of a case is waiting for timeouts and retries. */
const ARRAYS = 10;

/** The short form: so many cases of each side, of so many operations, on fewer arrays. */
const SHORT = { cases: 40, reads: 20, operations: 6, arrays: 3 } as const;

export const proof: Proof = {
  title: "Every fault at every request of every operation and every data function",
  async run({ short, seed, commands }, progress) {
    const tally = new Tally([...WRONGS, WRONG_READS], "with a second run", progress);
    const extent = { seed, arrays: short ? SHORT.arrays : ARRAYS };
    const cases = commands ?? (short ? SHORT.cases : Number.POSITIVE_INFINITY);
    const reads = short ? SHORT.reads : cases;
    const operations = short ? SHORT.operations : Number.POSITIVE_INFINITY;
    await Promise.all(FRONTS.map((front) => proveOperations(front, { ...extent, cases, operations }, tally, progress)));
    await Promise.all(
      (["program", "plugin"] as const).map((side) => proveReads(side, { ...extent, cases: reads }, tally, progress)),
    );
    if (!short) {
      await Promise.all(FRONTS.map((front) => proveOnEngine(front, seed, tally)));
    }
    return tally.outcome();
  },
};
