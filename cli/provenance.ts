import { type OntapClient, OntapError } from "../provider/rest";
import { ownPackage } from "./import/own-package";
import { type Place, placeName } from "./stack/place";

/** Where a report comes from: who made it, of what, when, by which options. Public in reports of format `json`. */
export interface Provenance {
  /** Version of this package. */
  readonly version: string;
  /** The subcommand. */
  readonly command: string;
  /** When the arrays were asked, ISO 8601 in UTC. */
  readonly time: string;
  readonly source: ReportSource;
  /** Every array that was asked. */
  readonly clusters: readonly ClusterProvenance[];
  /** What was given on the command line, by name without hyphens. */
  readonly options: GivenOptions;
}

/** The stack whose resources a report is about, or the file that holds its export. */
export interface ReportSource {
  /** Name of the stack; `null` where the state does not tell it. */
  readonly stack: string | null;
  readonly project: string | null;
  /** The file, as it was named on the command line. */
  readonly file?: string;
  /** SHA-256 of the file in hexadecimal digits. */
  readonly sha256?: string;
}

/** An array that was asked. */
export interface ClusterProvenance extends Place {
  /** Scheme, host and port. */
  readonly address: string;
  /** The name that the cluster gives itself; `null` where the login may not read it, absent where it was not asked. */
  readonly name?: string | null;
  /** ONTAP's version as ONTAP writes it; `null` and absent as the name. */
  readonly ontap?: string | null;
}

/** Options by name without hyphens, as `parseArgs` gives them. */
export type GivenOptions = Readonly<Record<string, string | boolean | readonly string[]>>;

/** The provenance of a report of this version of the package. */
export function provenanceOf(known: {
  readonly command: string;
  readonly at: Date;
  readonly source: ReportSource;
  readonly clusters: readonly ClusterProvenance[];
  readonly options: GivenOptions;
}): Provenance {
  const { command, at, source, clusters, options } = known;
  return { version: ownPackage().version, command, time: at.toISOString(), source, clusters, options };
}

/** An array to ask, and the places that are on it. */
export interface AskedArray {
  readonly ontap: OntapClient;
  readonly places: readonly { readonly place: Place }[];
}

/**
 * The arrays that were asked, each once for each place on it. With `identify` one GET more for each asks for its name and
 * version; where that fails, as for a login without the right, both are `null`.
 */
export async function clusterProvenance(
  arrays: readonly AskedArray[],
  identify: boolean,
): Promise<readonly ClusterProvenance[]> {
  const asked = arrays.map(async ({ ontap, places }) => {
    const told = identify ? await identityOf(ontap) : {};
    return places.map(({ place }) => ({ ...place, address: ontap.origin, ...told }));
  });
  return (await Promise.all(asked)).flat();
}

async function identityOf(ontap: OntapClient): Promise<Required<Pick<ClusterProvenance, "name" | "ontap">>> {
  try {
    const { name, version } = await ontap.cluster.get({ fields: ["name", "version"] });
    return { name: name ?? null, ontap: version?.full ?? null };
  } catch (error) {
    if (error instanceof OntapError) {
      return { name: null, ontap: null };
    }
    throw error;
  }
}

/** The provenance as pairs of a label and a string, in the order to be read, for every format but JSON. */
export function provenanceRows(provenance: Provenance): ReadonlyArray<readonly [label: string, text: string]> {
  const { version, command, time, source, clusters, options } = provenance;
  const { stack, project, file, sha256 } = source;
  const given = Object.entries(options).flatMap(([name, value]) => asGiven(name, value));
  return [
    ["Tool", `ontap-iscsi ${version} (${command})`],
    ["Time", time],
    ["Stack", `${stack ?? "unknown"}${project === null ? "" : ` of project ${project}`}`],
    ...(file === undefined ? [] : [["State file", `${file} (SHA-256 ${sha256 ?? "unknown"})`] as const]),
    ...clusters.map((one) => ["Cluster", clusterText(one)] as const),
    ["Options", given.length === 0 ? "none" : given.join(" ")],
  ];
}

function clusterText(asked: ClusterProvenance): string {
  const { address, name, ontap } = asked;
  const called = placeName(asked);
  const where = called === undefined ? address : `${called} at ${address}`;
  return name === undefined ? where : `${where} (name: ${name ?? "unknown"}; version: ${ontap ?? "unknown"})`;
}

function asGiven(name: string, value: GivenOptions[string]): readonly string[] {
  if (typeof value === "boolean") {
    return value ? [`--${name}`] : [];
  }
  return [value].flat().map((one) => `--${name}=${/^[\w./:,@=-]+$/.test(one) ? one : JSON.stringify(one)}`);
}
