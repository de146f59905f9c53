import { run } from "../../test/engine/run";

/** A package with known vulnerabilities. */
interface Vulnerable {
  readonly name: string;
  /** `low`, `moderate`, `high` or `critical`. */
  readonly severity: string;
  /** Where it is, below the checkout. */
  readonly nodes: readonly string[];
}

/** What the registry knows, or why that cannot be told. */
export type RegistryAudit = { readonly vulnerable: readonly Vulnerable[] } | { readonly couldNotTell: string };

/**
 * Asks the registry for known vulnerabilities of everything that the lock file of a folder names. A registry that does
 * not serve them, or cannot be reached, could not tell.
 *
 * @param registry its URL; undefined for the one that npm is set up for
 */
export async function registryAudit(root: string, registry?: string): Promise<RegistryAudit> {
  const options = registry === undefined ? [] : ["--registry", registry, "--fetch-retries", "0"];
  const { stdout, stderr } = await run("npm", ["audit", "--json", ...options], { cwd: root, env: process.env });
  const report = parsed(stdout);
  if (report?.auditReportVersion !== undefined && report.vulnerabilities !== undefined) {
    return { vulnerable: Object.values(report.vulnerabilities) };
  }
  return { couldNotTell: report?.message ?? stderr };
}

interface Report {
  readonly auditReportVersion?: number;
  readonly vulnerabilities?: Readonly<Record<string, Vulnerable>>;
  readonly message?: string;
}

function parsed(text: string): Report | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
