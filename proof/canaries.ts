import type { Proof, ProofOptions, ProofOutcome } from "../tools/proof/proof";
import { lookAtClient } from "./canaries/client";
import { Evidence } from "./canaries/evidence";
import { lookAtFronts } from "./canaries/fronts";
import { newSecrets } from "./canaries/secrets";
import { tellStory } from "./canaries/story";
import { randomOf } from "./support/random";

/** Random secrets of every kind through the life of a stack, and through every refusal that quotes them. */
export const proof: Proof = {
  title: "Secrets turn up in nothing that is printed, kept, or handed to a process",
  async run({ seed, short }: ProofOptions, progress): Promise<ProofOutcome> {
    const { secrets, clientKey, canaries } = newSecrets(randomOf(seed));
    const evidence = new Evidence(canaries);
    const calledHere = await lookAtClient(evidence, secrets);
    const [calledThere, { commands, surprises }] = await Promise.all([
      lookAtFronts(evidence, secrets, !short),
      tellStory(evidence, secrets, clientKey, short),
    ]);
    const calls = calledHere + calledThere;
    progress(`${calls} calls of the provider, ${commands} commands`);
    return {
      cases: calls + commands,
      figures: [
        ["secrets", Object.keys(secrets).length + 1],
        ["strings looked at", evidence.looked],
        ["characters", evidence.characters],
        ["quotations withheld", evidence.withheld],
        ["found", evidence.hits.length],
      ],
      failures: [...evidence.hits, ...surprises, ...(evidence.withheld > 0 ? [] : ["nothing was ever quoted"])],
    };
  },
};
