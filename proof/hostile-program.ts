import type { Proof, ProofOptions, ProofOutcome } from "../tools/proof/proof";
import { AttackedCluster } from "./hostile-program/attacked-cluster";
import { mutations } from "./hostile-program/mutations";
import { anyRequest, bytesOf, type PlainRequest } from "./hostile-program/plain-request";
import { sendRaw } from "./hostile-program/raw-client";
import { mayHaveWritten, wrongInResponse } from "./hostile-program/verdict";
import { inParallel } from "./support/in-parallel";
import { type Random, randomOf } from "./support/random";

const CASES = { full: 10_000, short: 600 };
const WORKERS = 4;

/** How the bytes of a request are sent. */
interface Sending {
  readonly pieces: readonly Buffer[];
  readonly pauseMs: number;
  readonly hangsUp: boolean;
  /** Whether the whole request is sent before that. */
  readonly isWhole: boolean;
}

/** The simulator against requests that are wrong in every way. */
export const proof: Proof = {
  title: "Wrong requests to the simulator get a documented error and change nothing",
  async run({ seed, short, commands }: ProofOptions, progress): Promise<ProofOutcome> {
    const failures: string[] = [];
    const taken = { refused: 0, written: 0 };
    const clusters = await Promise.all(Array.from({ length: WORKERS }, () => AttackedCluster.start()));
    const count = commands ?? (short ? CASES.short : CASES.full);
    await inParallel([...clusters.keys()], [...Array(count).keys()], async (worker, number) => {
      const cluster = clusters[worker] ?? (await AttackedCluster.start());
      const random = randomOf(seed, number);
      const request = spoiled(random, cluster.authorization);
      const sending = sendingOf(request, random);
      const fail = (what: string) =>
        failures.push(`case ${number}, seed ${seed}, ${request.method} ${request.path.slice(0, 200)}: ${what}`);
      const returned = await sendRaw(cluster.url, sending);
      const wrong = sending.hangsUp ? undefined : wrongInResponse(request, returned);
      const crashes = cluster.takeCrashes();
      for (const what of [...(wrong === undefined ? [] : [wrong]), ...crashes.map((line) => `it crashed: ${line}`)]) {
        fail(what);
      }
      const mayHaveChanged = mayHaveWritten(request, returned) || (sending.hangsUp && sending.isWhole);
      taken[mayHaveChanged ? "written" : "refused"] += 1;
      const hasChanged = await cluster.hasChanged().catch((error: unknown) => {
        fail(`it does not serve any more: ${String(error)}`);
        return true;
      });
      if (hasChanged && !mayHaveChanged) {
        fail("it changed something, though it refused the request");
      }
      if (hasChanged || mayHaveChanged) {
        const refusal = await cluster.refusesItself().catch(String);
        if (refusal !== undefined) {
          fail(`it does not take its own state back: ${refusal}`);
        }
        await cluster.close();
        clusters[worker] = await AttackedCluster.start();
      }
      if (number % 1_000 === 999) {
        progress(`${number + 1} of ${count} requests`);
      }
    });
    await Promise.all(clusters.map((cluster) => cluster.close()));
    return {
      cases: count,
      figures: [
        ["without effect", taken.refused],
        ["valid writes among them", taken.written],
      ],
      failures,
    };
  },
};

function spoiled(random: Random, authorization: string): PlainRequest {
  const { request, body } = anyRequest(random, authorization);
  let changed = request;
  for (let count = 1 + random.int(3); count > 0; count -= 1) {
    changed = random.pick(mutations)(changed, random, body);
  }
  return changed;
}

/** At once, in pieces, or not to its end. A length that is wrong may never be met, so that the program hangs up. */
function sendingOf(request: PlainRequest, random: Random): Sending {
  const bytes = bytesOf(request);
  const isFramed = request.headers.some((header) => /^(content-length|transfer-encoding) *:/i.test(header));
  const at = random.int(bytes.length);
  const [isCut, isSlow] = [random.percent(8), random.percent(10)];
  const sent = isCut ? bytes.subarray(0, at) : bytes;
  const half = sent.length >> 1;
  return {
    pieces: isSlow ? [sent.subarray(0, half), sent.subarray(half, half + 1), sent.subarray(half + 1)] : [sent],
    pauseMs: isSlow ? 5 : 0,
    hangsUp: isCut || isFramed,
    isWhole: !isCut,
  };
}
