import { FRONTS, type Front } from "../test/provider/provider-harness";
import type { Proof, ProofOptions, ProofOutcome } from "../tools/proof/proof";
import { endingsOf } from "./bounded/endings";
import { FAILURES } from "./bounded/failing-array";
import { type Memory, memoryOfRefreshes } from "./bounded/memory";

/** In short a dynamic provider, which takes a process for each operation, meets one kind of array. */
const ARRAYS = { full: FAILURES, short: { dynamic: ["hanging"], plugin: FAILURES } } as const;
const FULL = { counts: [1, 2_000], refreshes: 50, hosts: 2_000, warm: 10 };
const SHORT = { counts: [300], refreshes: 9, hosts: 100, warm: 5 };

/** What garbage that is not collected yet may add, in megabytes. */
const SLACK = { heap: 3, rss: 60 };

/** Operations on an array that does not respond, and the memory of a process that lasts. */
export const proof: Proof = {
  title: "An array that does not respond ends each operation in time, and refreshes take no more and more memory",
  async run({ short }: ProofOptions, progress): Promise<ProofOutcome> {
    const { counts, refreshes, hosts, warm } = short ? SHORT : FULL;
    const failures: string[] = [];
    const figures: Array<readonly [string, number | string]> = [];
    let cases = 0;
    const look = async (front: Front): Promise<void> => {
      const endings = await endingsOf(front, short ? ARRAYS.short[front] : ARRAYS.full, counts);
      progress(`${front}: ${endings.cases} operations on an array that does not respond`);
      const memory = await memoryOfRefreshes(front, refreshes, hosts);
      progress(`${front}: ${refreshes} refreshes of ${hosts}`);
      const growth = growthOf(memory, warm);
      cases += endings.cases + memory.length;
      figures.push(
        [`${front}, longest operation, ms`, endings.longestMs],
        [`${front}, heap grown by, MB`, growth.heap.toFixed(1)],
        [`${front}, resident memory grown by, MB`, growth.rss.toFixed(1)],
      );
      failures.push(...endings.failures);
      if (growth.heap > SLACK.heap || growth.rss > SLACK.rss) {
        failures.push(
          `${front}: ${refreshes - warm} refreshes of ${hosts} made the heap grow by ${growth.heap.toFixed(1)} MB, the resident memory by ${growth.rss.toFixed(1)} MB`,
        );
      }
    };
    await Promise.all(FRONTS.map(look));
    return { cases, figures, failures };
  },
};

/** What the last refreshes hold more than those after the process has warmed up; a median of three, since one may err. */
function growthOf(memory: readonly Memory[], warm: number): Memory {
  const [before, after] = [memory.slice(warm - 3, warm), memory.slice(-3)];
  return { heap: middle(after, "heap") - middle(before, "heap"), rss: middle(after, "rss") - middle(before, "rss") };
}

function middle(memory: readonly Memory[], what: keyof Memory): number {
  return memory.map((one) => one[what]).sort((a, b) => a - b)[1] ?? 0;
}
