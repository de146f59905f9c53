import type { Benchmark } from "../tools/bench/benchmark";
import { atEverySize, slowSizes } from "./support/at-every-size";
import { FLOOR_TITLE, singleHosts } from "./support/program";
import { withBothSides } from "./support/side-by-side";

export const benchmark: Benchmark = {
  title: "pulumi up that creates hosts and their 50 services, without its preview",
  against: FLOOR_TITLE,
  run: (report, options) =>
    withBothSides(singleHosts, (both) =>
      atEverySize(both, slowSizes(options), options, report, {
        async once(side, counts) {
          await both.clear(side, counts);
          return both.stacks[side].run(["up", "--yes", "--skip-preview"], counts);
        },
      }),
    ),
};
