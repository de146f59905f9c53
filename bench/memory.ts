import { alternate } from "../tools/bench/alternate";
import type { Benchmark } from "../tools/bench/benchmark";
import { nodeUsage } from "../tools/bench/node-usage";
import { rssOf } from "../tools/bench/row";
import { ofHosts } from "./support/at-every-size";
import type { BenchStack, Counts } from "./support/bench-stack";
import { FLOOR_TITLE, type Side, singleHosts, tableOfHosts } from "./support/program";
import { type SideBySide, withBothSides } from "./support/side-by-side";

export const benchmark: Benchmark = {
  title: "largest memory of the provider's process in pulumi refresh",
  against: FLOOR_TITLE,
  async run(report, { rounds, sizes }) {
    const measure = (
      program: (side: Side) => string,
      what: string,
      counts: Counts,
      prepare: (both: SideBySide) => Promise<unknown>,
    ) =>
      withBothSides(program, async (both) => {
        await prepare(both);
        const { ours, floor } = await alternate(rounds, {
          ours: () => providerOf(both.stacks.ours, counts),
          floor: () => providerOf(both.stacks.floor, counts),
        });
        report({ what: `${counts.hosts.toLocaleString("en")} ${what}`, rssMb: rssOf(ours, floor) });
      });
    for (const hosts of sizes ?? [2_000]) {
      await measure(singleHosts, "hosts", ofHosts(hosts), (both) => both.hold(ofHosts(hosts)));
    }
    for (const hosts of sizes ?? [2_000, 10_000]) {
      const counts = { services: 1, hosts };
      await measure(tableOfHosts, "rows of a table", counts, (both) => both.create(counts));
    }
  },
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
