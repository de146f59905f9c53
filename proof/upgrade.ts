import pLimit from "p-limit";
import { STACKS } from "../test/states/stacks";
import type { Proof } from "../tools/proof/proof";
import { proveStack } from "./upgrade/prove-stack";

/** As many stacks at once as there are cores. */
const limit = pLimit(2);

/** States that earlier builds have written, kept in test/states/, whose tests are the short form of this. */
export const proof: Proof = {
  title: "Today's code finds no change in the state of an earlier build, and destroys what it records",
  run: async (_options, progress) => {
    const proved = await Promise.all(
      STACKS.map((stack) =>
        limit(async () => {
          progress(stack.folder);
          return proveStack(stack);
        }),
      ),
    );
    const sum = (key: "commands" | "changes" | "errors") => proved.reduce((total, stack) => total + stack[key], 0);
    return {
      cases: sum("commands"),
      figures: [
        ["states", proved.length],
        ["changes", sum("changes")],
        ["errors", sum("errors")],
      ],
      failures: proved.flatMap(({ failures }) => failures),
    };
  },
};
