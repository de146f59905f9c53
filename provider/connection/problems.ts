import { connect, OntapError } from "../rest";
import { hasUnknown } from "../schema/unknown";
import { parseClusters } from "./clusters";
import { CLUSTERS_KEY, connectionKeys } from "./keys";
import { type ConfigLookup, type Environment, resolveConnection } from "./resolve";
import { refuseUnknownKeys } from "./unknown-key";

/** What is wrong with a configuration. */
export interface ConfigurationProblem {
  /** The key that is wrong; undefined where it is none alone. */
  readonly key: string | undefined;
  readonly reason: string;
}

/**
 * What is wrong with a configuration, without a request: a key that does not exist, a value that can be none, and, where
 * it names a host, what is missing for a login there. What is not known yet is not judged.
 */
export function configurationProblems(config: ConfigLookup, env: Environment): readonly ConfigurationProblem[] {
  const keys = config.keys?.() ?? [];
  const misspelled = keys.flatMap((key) => problemWith(key, () => refuseUnknownKeys([key], config.isExplicit)));
  if (misspelled.length > 0) {
    return misspelled;
  }
  const isKnown = [...connectionKeys, CLUSTERS_KEY].every((key) => !hasUnknown(config(key)));
  return [
    ...(isKnown ? problemWith(CLUSTERS_KEY, () => parseClusters(config(CLUSTERS_KEY))) : []),
    ...(isKnown && config("host") ? problemWith(undefined, () => connect(resolveConnection(config, env))) : []),
  ];
}

function problemWith(key: string | undefined, use: () => unknown): readonly ConfigurationProblem[] {
  try {
    use();
    return [];
  } catch (error) {
    if (!(error instanceof OntapError)) {
      throw error;
    }
    const { target, reason, hint } = error;
    return [
      {
        key: key ?? target,
        reason: hint === undefined ? reason : `${reason}${reason.endsWith("?") ? "" : "."} ${hint}`,
      },
    ];
  }
}
