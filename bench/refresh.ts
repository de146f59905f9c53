import { alternate } from "../tools/bench/alternate";
import type { Benchmark } from "../tools/bench/benchmark";
import { comparedRow, difference } from "../tools/bench/row";
import { atEverySize, ofHosts, SIZES } from "./support/at-every-size";
import type { Counts } from "./support/bench-stack";
import { HINT } from "./support/hint";
import { FLOOR_TITLE, type Side, singleHosts } from "./support/program";
import { withBothSides } from "./support/side-by-side";

export const benchmark: Benchmark = {
  title: "pulumi refresh of unchanged hosts and their 50 services",
  against: FLOOR_TITLE,
  run: (report, options) =>
    withBothSides(singleHosts, async (both) => {
      const sizes = options.sizes ?? SIZES;
      const refresh = (side: Side, counts: Counts, nodeOptions = "") =>
        both.stacks[side].run(["refresh", "--yes", "--skip-preview", "--expect-no-changes"], counts, { nodeOptions });
      await atEverySize(both, sizes, options, report, { prepare: (counts) => both.hold(counts), once: refresh });
      const hosts = Math.max(...sizes);
      const hinted = await alternate(options.rounds, {
        ours: () => refresh("ours", ofHosts(hosts), HINT),
        floor: () => refresh("floor", ofHosts(hosts), HINT),
      });
      report(comparedRow(`${hosts.toLocaleString("en")} hosts, with the hint`, hinted.ours, hinted.floor));
      const at = (latencyMs: number) => async () => {
        await both.array.setLatency(latencyMs);
        return refresh("ours", ofHosts(hosts));
      };
      // 0 ms once more, since only figures of the same rounds can be compared.
      const { floor, atOnce, ...slow } = await alternate(options.rounds, {
        floor: () => refresh("floor", ofHosts(hosts)),
        atOnce: at(0),
        "40 ms": at(40),
        "160 ms": at(160),
      });
      for (const [latency, runs] of Object.entries(slow)) {
        const added = difference(
          runs.map(({ wallMs }) => wallMs),
          atOnce.map(({ wallMs }) => wallMs),
        );
        const note = `${Math.round(added)} ms over 0 ms`;
        report(comparedRow(`${hosts.toLocaleString("en")} hosts, ${latency}`, runs, floor, note));
      }
    }),
};
