import { alternate } from "../tools/bench/alternate";
import type { Benchmark } from "../tools/bench/benchmark";
import { median } from "../tools/bench/median";
import { comparedRow } from "../tools/bench/row";
import { atEverySize, SIZES } from "./support/at-every-size";
import { withHosts } from "./support/hosts-bench";
import { FLOOR_TITLE, type Side } from "./support/hosts-stack";

const REFRESH = ["refresh", "--yes", "--skip-preview", "--expect-no-changes"];

export const benchmark: Benchmark = {
  title: "pulumi refresh of unchanged hosts and their 50 services",
  against: FLOOR_TITLE,
  run: (report, options) =>
    withHosts(async (bench) => {
      const sizes = options.sizes ?? SIZES;
      const refresh = (side: Side, hosts: number) => bench.stacks[side].run(REFRESH, hosts);
      await atEverySize(bench, sizes, options, report, { prepare: (hosts) => bench.hold(hosts), once: refresh });
      const hosts = Math.max(...sizes);
      const at = (latencyMs: number) => async () => {
        await bench.array.setLatency(latencyMs);
        return refresh("ours", hosts);
      };
      // 0 ms once more, since only figures of the same rounds can be compared.
      const { floor, atOnce, ...slow } = await alternate(options.rounds, {
        floor: () => refresh("floor", hosts),
        atOnce: at(0),
        "40 ms": at(40),
        "160 ms": at(160),
      });
      for (const [latency, runs] of Object.entries(slow)) {
        const added = median(runs.map(({ wallMs }) => wallMs)) - median(atOnce.map(({ wallMs }) => wallMs));
        const note = `${Math.round(added)} ms over an array that answers at once`;
        report(comparedRow(`${hosts.toLocaleString("en")} hosts, ${latency}`, runs, floor, note));
      }
    }),
};
