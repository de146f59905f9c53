import {
  type ConfigLookup,
  configuredClusters,
  connectionOrigins,
  unusedHosts,
  type ValueOrigin,
} from "../../provider/connection";
import { OntapError } from "../../provider/rest";
import { SECRET } from "../stack/secrets";
import type { Finding } from "./finding";

/** A configuration, and what the stack keeps as a secret in it. */
export interface Configured {
  readonly config: ConfigLookup;
  readonly env: NodeJS.ProcessEnv;
  /** True for a value of the configuration, by its full key, that is a secret. */
  isSecret(source: string): Promise<boolean>;
}

/**
 * Clusters to look at: those with a name, and the one without where it has a host or nothing else has, which
 * `hasOthers` says of explicit providers.
 */
export function clustersOf({ config, env }: Configured, hasOthers: boolean): ReadonlyArray<string | undefined> {
  const named = configuredClusters(config);
  return (named.length === 0 && !hasOthers) || config("host") !== undefined || env.ONTAP_HOST
    ? [undefined, ...named]
    : named;
}

/** Variables that name a host and are not used for any of these clusters. */
export function unusedHostFindings(
  { config, env }: Configured,
  clusters: ReadonlyArray<string | undefined>,
): readonly Finding[] {
  return unusedHosts(config, env, clusters).map((text) => ({
    section: "configuration",
    subject: "host",
    status: "warning",
    text,
    hint: "Unset the variable, or remove the host from the configuration.",
  }));
}

/** Every value that is set for a cluster's connection, with its origin. */
export async function originFindings(configured: Configured, cluster?: string): Promise<readonly Finding[]> {
  try {
    const origins = connectionOrigins(configured.config, configured.env, cluster);
    return await Promise.all(origins.map(async (origin) => originFinding(origin, configured, cluster ?? null)));
  } catch (error) {
    return [configurationFinding(error, cluster ?? null)];
  }
}

async function originFinding(origin: ValueOrigin, configured: Configured, cluster: string | null): Promise<Finding> {
  const { key, from, source, optionsAndKey, shown, unusedFor } = origin;
  const isSecret = from === "configuration" && (await configured.isSecret(source));
  const value = isSecret ? SECRET : (shown ?? SECRET);
  const finding = { section: "configuration", cluster, subject: key } as const;
  const text = `${value} from ${source}${unusedFor === undefined ? "" : `, not used: ${unusedFor}`}`;
  if (from === "configuration" && shown === undefined && !isSecret && key !== "host") {
    const hint =
      configured.config.isExplicit === true
        ? "Pass it as a secret: config.requireSecret, or pulumi.secret."
        : `Encrypt it: pulumi config set --secret ${optionsAndKey}.`;
    return { ...finding, status: "warning", text: `${text}, in plaintext`, hint };
  }
  return { ...finding, status: "ok", text };
}

/** Subject of a mistake in the configuration. */
export const MISTAKE = "connection";

/** A mistake in the configuration as a finding; anything else is thrown again. */
export function configurationFinding(error: unknown, cluster: string | null): Finding {
  if (!(error instanceof OntapError) || error.code !== "configuration") {
    throw error;
  }
  const { operation, reason, hint = "See docs/reference/configuration.md." } = error;
  return {
    section: "configuration",
    cluster,
    subject: MISTAKE,
    status: "error",
    text: `could not ${operation}: ${reason}`,
    hint,
  };
}
