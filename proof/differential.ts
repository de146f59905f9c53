import { join, resolve } from "node:path";
import fc from "fast-check";
import { startSimulator } from "../simulator";
import { CHECKOUT } from "../test/checkout";
import type { Proof } from "../tools/proof/proof";
import { generatedArguments } from "./differential/arguments";
import { JudgingArray } from "./differential/array-verdict";
import { compare } from "./differential/compare";
import { laneOf, onLane } from "./differential/lanes";
import { DynamicFront, type Front, PluginFront } from "./support/provider-front";

const CASES = 100_000;
const CASES_IN_SHORT = 1_000;
const LANES = 6;
/** Cases that follow from one seed, that is, from one run of fast-check. */
const BATCH = 500;

export const proof: Proof = {
  title: "The same arguments judged by check, by the plugin's Check and by the array",
  run: async ({ seed, short, commands, dist }, progress) => {
    const total = commands ?? (short ? CASES_IN_SHORT : CASES);
    const svms = Array.from({ length: LANES }, (_, place) => laneOf(place));
    const simulator = await startSimulator({
      fixture: {
        svms: svms.flatMap(({ withService, withoutService }) => [withService, withoutService]),
        services: svms.map(({ withService }) => ({ svm: withService })),
      },
    });
    const { url: host, username, password } = simulator;
    const settings = { host, username, password, probe: "false" };
    const build = dist === undefined ? join(CHECKOUT, "dist") : resolve(dist);
    const fronts: readonly Front[] = await Promise.all([
      DynamicFront.start(build, settings),
      PluginFront.start(settings),
    ]);
    const array = new JudgingArray(simulator);
    const found = new Map<string, string>();
    const met = new Set<string>();
    const counts = { cases: 0, refused: 0, excepted: 0, batches: 0 };
    const lane = async (place: number): Promise<void> => {
      while (counts.cases < total) {
        const first = seed + counts.batches;
        counts.batches += 1;
        const details = await fc.check(
          fc.asyncProperty(generatedArguments, async (generated) => {
            const given = onLane(laneOf(place), generated);
            const [dynamic = [], plugin = []] = await Promise.all(
              fronts.map(async (front) => {
                const news = front.sent(given.kind, given.args);
                return (await front.host.check(given.kind, front.sent(given.kind, {}), news)).failures;
              }),
            );
            const verdict = await array.judge(laneOf(place), given);
            counts.cases += 1;
            counts.refused += verdict === undefined ? 0 : 1;
            const { disagreement: what, exceptions } = compare(given.args, dynamic, plugin, verdict);
            counts.excepted += exceptions.length === 0 ? 0 : 1;
            for (const exception of exceptions) {
              met.add(exception);
            }
            if (what !== undefined && !found.has(what)) {
              throw new Disagreement(what, JSON.stringify({ given, dynamic, plugin, array: verdict }));
            }
          }),
          { seed: first, numRuns: BATCH },
        );
        const { errorInstance: error } = details;
        if (error instanceof Disagreement) {
          found.set(error.message, `${error.message}: ${error.details} (seed ${first})`);
        } else if (details.failed) {
          throw error;
        }
        progress(`${counts.cases} arguments`);
      }
    };
    try {
      for (const front of fronts) {
        await front.begin({});
      }
      await Promise.all(svms.map((_, place) => lane(place)));
    } finally {
      array.stop();
      await Promise.all(fronts.map((front) => front.stop()));
      await simulator.close();
    }
    return {
      cases: counts.cases,
      figures: [
        ["arguments", counts.cases],
        ["refused by the array", counts.refused],
        ["agree by an exception", counts.excepted],
        ["kinds of exception", met.size],
        ["disagreements", found.size],
      ],
      failures: [...found.values()],
    };
  },
};

class Disagreement extends Error {
  override readonly name = "Disagreement";

  constructor(
    what: string,
    readonly details: string,
  ) {
    super(what);
  }
}
