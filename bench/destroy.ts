import type { Benchmark } from "../tools/bench/benchmark";
import { atEverySize, slowSizes } from "./support/at-every-size";
import { withHosts } from "./support/hosts-bench";
import { FLOOR_TITLE } from "./support/hosts-stack";

export const benchmark: Benchmark = {
  title: "pulumi destroy of hosts and their 50 services, without its preview",
  against: FLOOR_TITLE,
  run: (report, options) =>
    withHosts((bench) =>
      atEverySize(bench, slowSizes(options), options, report, {
        async once(side, hosts) {
          await bench.prepare(side, hosts);
          return bench.stacks[side].run(["destroy", "--yes", "--skip-preview"], hosts);
        },
      }),
    ),
};
