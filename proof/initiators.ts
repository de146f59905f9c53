import type { Proof } from "../tools/proof/proof";
import { guard } from "./initiators/guard";
import { logins } from "./initiators/logins";
import { requirePackages } from "./initiators/packages";

/** Programs that nobody here has written, one part after another. */
const PARTS = [logins, guard];

export const proof: Proof = {
  title: "Real initiators at the simulator's iSCSI port",
  run: async (_options, progress) => {
    requirePackages();
    const figures: [string, number][] = [];
    const failures: string[] = [];
    for (const part of PARTS) {
      progress(part.name);
      const outcome = await part.run();
      figures.push([part.name, outcome.cases]);
      failures.push(...outcome.failures);
    }
    return { cases: figures.reduce((sum, [, cases]) => sum + cases, 0), figures, failures };
  },
};
