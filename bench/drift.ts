import { join } from "node:path";
import { CHECKOUT } from "../test/checkout";
import { alternate } from "../tools/bench/alternate";
import type { Benchmark } from "../tools/bench/benchmark";
import { emptyProcess, nodeProcess } from "../tools/bench/node-process";
import { comparedRow, difference, rssOf } from "../tools/bench/row";
import { ofHosts } from "./support/at-every-size";
import { singleHosts } from "./support/program";
import { requestsNote } from "./support/requests-note";
import { withBothSides } from "./support/side-by-side";

const COMMAND = join(CHECKOUT, "bin/ontap-iscsi.js");

export const benchmark: Benchmark = {
  title: "ontap-iscsi drift of a state file without drift",
  against: "a process of Node.js that does nothing",
  run: (report, { rounds, sizes = [2_000, 20_000] }) =>
    withBothSides(singleHosts, async (both) => {
      const { array, stacks } = both;
      for (const hosts of sizes) {
        await both.holdOnArray(ofHosts(hosts));
        const file = stacks.ours.writeState(ofHosts(hosts));
        await array.forget();
        const { drift, empty } = await alternate(rounds, {
          drift: () => nodeProcess([COMMAND, "drift", "--state", file], array.env),
          empty: emptyProcess,
        });
        const beyond = difference(
          drift.map(({ cpuMs }) => cpuMs),
          empty.map(({ cpuMs }) => cpuMs),
        );
        const note = `${Math.round(beyond)} ms of CPU beyond Node's start, ${requestsNote(await array.stats(), rounds)}`;
        report({
          ...comparedRow(`${hosts.toLocaleString("en")} hosts`, drift, empty, note),
          rssMb: rssOf(drift, empty),
        });
      }
    }),
};
