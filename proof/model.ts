import { join, resolve } from "node:path";
import { CHECKOUT } from "../test/checkout";
import type { Proof } from "../tools/proof/proof";
import { explore } from "./model/explore";

const COMMANDS = 20_000;
const COMMANDS_IN_SHORT = 250;
const LANES = 4;
/** The plugin is driven by a tenth of them. */
const PLUGIN_SHARE = 10;

export const proof: Proof = {
  title: "Random sequences of commands against a model",
  run: async ({ seed, short, commands, dist }, progress) => {
    const total = commands ?? (short ? COMMANDS_IN_SHORT : COMMANDS);
    const start = Date.now();
    const dynamic = await explore(
      { seed, commands: total, lanes: LANES, dist: dist === undefined ? join(CHECKOUT, "dist") : resolve(dist) },
      progress,
    );
    const seconds = (Date.now() - start) / 1_000;
    const plugin =
      dist === undefined
        ? await explore({ seed, commands: total / PLUGIN_SHARE, lanes: 1, dist: undefined }, progress)
        : undefined;
    const known = [...dynamic.known, ...(plugin?.known ?? [])];
    const failures = [...known, ...dynamic.counterexamples, ...(plugin?.counterexamples ?? [])];
    return {
      cases: dynamic.commands + (plugin?.commands ?? 0),
      figures: [
        ["commands, dynamic side", dynamic.commands],
        ["a second", Math.round(dynamic.commands / seconds)],
        ["commands, plugin", plugin?.commands ?? 0],
        ["sequences", dynamic.sequences + (plugin?.sequences ?? 0)],
        ["differences", failures.length],
        ["of known sequences", known.length],
      ],
      failures,
    };
  },
};
