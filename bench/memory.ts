import { alternate } from "../tools/bench/alternate";
import type { Benchmark } from "../tools/bench/benchmark";
import { nodeUsage } from "../tools/bench/node-usage";
import { rssOf } from "../tools/bench/row";
import { ofHosts } from "./support/at-every-size";
import type { BenchStack, Counts } from "./support/bench-stack";
import { FLOOR_TITLE, singleHosts } from "./support/program";
import { withBothSides } from "./support/side-by-side";

export const benchmark: Benchmark = {
  title: "largest memory of the provider's process in a refresh",
  against: FLOOR_TITLE,
  run: (report, { rounds, sizes = [2_000] }) =>
    withBothSides(singleHosts, async (both) => {
      for (const hosts of sizes) {
        await both.hold(ofHosts(hosts));
        const { ours, floor } = await alternate(rounds, {
          ours: () => providerOf(both.stacks.ours, ofHosts(hosts)),
          floor: () => providerOf(both.stacks.floor, ofHosts(hosts)),
        });
        report({ what: `${hosts.toLocaleString("en")} hosts`, rssMb: rssOf(ours, floor) });
      }
    }),
};

/** What the process of the dynamic provider took in a refresh. */
async function providerOf(stack: BenchStack, counts: Counts): Promise<{ rssMb: number }> {
  const { processes } = await nodeUsage((reporting) =>
    stack.run(["refresh", "--yes", "--skip-preview", "--expect-no-changes"], counts, reporting),
  );
  const provider = processes.find(({ script }) => script.includes("dynamic-provider"));
  if (provider === undefined) {
    throw new Error(`none of ${processes.length} processes was the provider: ${JSON.stringify(processes)}`);
  }
  return provider;
}
