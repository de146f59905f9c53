import type { Proof } from "../tools/proof/proof";
import { guard } from "./initiators/guard";
import { logins } from "./initiators/logins";
import { requirePackages } from "./initiators/packages";
import { target } from "./initiators/target";

/** Programs that nobody here has written, one part after another. */
const PARTS = [logins, target, guard];

export const proof: Proof = {
  title: "Real initiators at the simulator, and a real target that verify logs in to",
  run: async (options, progress) => {
    requirePackages();
    const figures: [string, number][] = [];
    const failures: string[] = [];
    for (const part of PARTS) {
      progress(part.name);
      const outcome = await part.run(options);
      figures.push([part.name, outcome.cases]);
      failures.push(...outcome.failures);
    }
    return { cases: figures.reduce((sum, [, cases]) => sum + cases, 0), figures, failures };
  },
};
