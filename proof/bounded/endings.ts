import { HostError } from "../../test/engine/host-error";
import { type Front, ProviderHarness } from "../../test/provider/provider-harness";
import { type Failure, failingArray } from "./failing-array";
import { operations } from "./operations";

/** Longest wait for one response in these cases, in milliseconds; the default is 60,000. */
const TIMEOUT_MS = 500;

/** What a machine of two cores takes for itself: to start, and for each call. */
const OWN_TIME_MS = { once: 8_000, each: 10 };

/** What was found of one front. */
export interface Endings {
  readonly cases: number;
  /** The longest of all operations, in milliseconds. */
  readonly longestMs: number;
  readonly failures: readonly string[];
}

/** How each operation ends, of so many resources at once, where the array is dead, silent or slow. */
export async function endingsOf(front: Front, arrays: readonly Failure[], counts: readonly number[]): Promise<Endings> {
  const failures: string[] = [];
  let [cases, longestMs] = [0, 0];
  const harness = await ProviderHarness.start({ front });
  try {
    for (const failure of arrays) {
      const array = await failingArray(failure, TIMEOUT_MS / 10);
      for (const operation of operations) {
        for (const count of counts) {
          // A run of its own, which knows nothing of what another met.
          const run = await harness.newProcess(
            {},
            {
              "ontap-iscsi:host": array.url,
              "ontap-iscsi:timeoutMs": String(TIMEOUT_MS),
            },
          );
          const startedAt = performance.now();
          const ends = await Promise.allSettled(
            Array.from({ length: count }, (_, number) => operation.run(run, number + 1)),
          );
          const elapsedMs = performance.now() - startedAt;
          await run.stopProcess();
          cases += 1;
          longestMs = Math.max(longestMs, elapsedMs);
          // A write and the read that looks what became of it, or the tries of a read: two waits for a response.
          const boundMs = 2 * TIMEOUT_MS + OWN_TIME_MS.once + OWN_TIME_MS.each * count;
          const where = `${front}, ${failure} array, ${operation.name} of ${count}`;
          if (elapsedMs > boundMs) {
            failures.push(`${where}: it took ${Math.round(elapsedMs)} ms, more than ${boundMs}`);
          }
          const odd = ends.filter((end) => end.status === "fulfilled" || !isOurs(end.reason));
          if (odd.length > 0) {
            failures.push(
              `${where}: ${odd.length} ended otherwise than in an error of ours: ${JSON.stringify(odd[0])}`,
            );
          }
        }
      }
      await array.close();
    }
  } finally {
    await harness.stop();
  }
  return { cases, longestMs: Math.round(longestMs), failures };
}

function isOurs(error: unknown): boolean {
  return (
    error instanceof Error && (error instanceof HostError || error.message !== "") && /Could not /.test(error.message)
  );
}
