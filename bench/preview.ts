import { alternate } from "../tools/bench/alternate";
import type { Benchmark } from "../tools/bench/benchmark";
import { comparedRow } from "../tools/bench/row";
import { atEverySize, SIZES } from "./support/at-every-size";
import { withHosts } from "./support/hosts-bench";
import { FLOOR_TITLE, type Side } from "./support/hosts-stack";

/** What the documents recommend for large programs. */
const HINT = "--stack-trace-limit=1";

export const benchmark: Benchmark = {
  title: "pulumi preview of unchanged hosts and their 50 services",
  against: FLOOR_TITLE,
  run: (report, options) =>
    withHosts(async (bench) => {
      const sizes = options.sizes ?? SIZES;
      const preview = (side: Side, hosts: number, nodeOptions?: string) =>
        bench.stacks[side].run(["preview", "--expect-no-changes"], hosts, nodeOptions);
      await atEverySize(bench, sizes, options, report, { prepare: (hosts) => bench.hold(hosts), once: preview });
      const hosts = Math.max(...sizes);
      const { ours, floor } = await alternate(options.rounds, {
        ours: () => preview("ours", hosts, HINT),
        floor: () => preview("floor", hosts, HINT),
      });
      report(comparedRow(`${hosts.toLocaleString("en")} hosts, NODE_OPTIONS=${HINT}`, ours, floor));
    }),
};
