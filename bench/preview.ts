import { alternate } from "../tools/bench/alternate";
import type { Benchmark } from "../tools/bench/benchmark";
import { comparedRow } from "../tools/bench/row";
import { atEverySize, ofHosts, SIZES } from "./support/at-every-size";
import type { Counts } from "./support/bench-stack";
import { HINT } from "./support/hint";
import { FLOOR_TITLE, type Side, singleHosts } from "./support/program";
import { withBothSides } from "./support/side-by-side";

export const benchmark: Benchmark = {
  title: "pulumi preview of unchanged hosts and their 50 services",
  against: FLOOR_TITLE,
  run: (report, options) =>
    withBothSides(singleHosts, async (both) => {
      const sizes = options.sizes ?? SIZES;
      const preview = (side: Side, counts: Counts, nodeOptions = "") =>
        both.stacks[side].run(["preview", "--expect-no-changes"], counts, { nodeOptions });
      await atEverySize(both, sizes, options, report, { prepare: (counts) => both.hold(counts), once: preview });
      const hosts = Math.max(...sizes);
      const { ours, floor } = await alternate(options.rounds, {
        ours: () => preview("ours", ofHosts(hosts), HINT),
        floor: () => preview("floor", ofHosts(hosts), HINT),
      });
      report(comparedRow(`${hosts.toLocaleString("en")} hosts, with the hint`, ours, floor));
    }),
};
