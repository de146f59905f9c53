import { ensureBuilt } from "../tools/bootstrap/build";
import { root } from "../tools/bootstrap/root";
import type { Proof, ProofOutcome } from "../tools/proof/proof";
import { type RegistryAudit, registryAudit } from "./audit/registry-audit";
import { runTimePackages } from "./audit/run-time-packages";

/** What the registry knows of the packages that run at users'. Not part of `npm test`: it depends on the registry. */
export const proof: Proof = {
  title: "No known vulnerability in what runs at users'",
  run: async (_options, progress) => {
    await ensureBuilt();
    const audit = await registryAudit(root);
    if ("couldNotTell" in audit) {
      progress(`could not tell: ${audit.couldNotTell}`);
    }
    return audited(runTimePackages(root), audit);
  },
};

/** The outcome for these packages: a registry that could not tell is said to be one, and is no failure. */
export function audited(packages: ReadonlySet<string>, audit: RegistryAudit): ProofOutcome {
  if ("couldNotTell" in audit) {
    return { cases: packages.size, figures: [["vulnerable", "could not tell"]], failures: [] };
  }
  const found = audit.vulnerable.filter(({ nodes }) => nodes.some((node) => packages.has(node)));
  return {
    cases: packages.size,
    figures: [["vulnerable", found.length]],
    failures: found.map(
      ({ name, severity, nodes }) => `${name} (${nodes.join(", ")}) has a known vulnerability: ${severity}`,
    ),
  };
}
