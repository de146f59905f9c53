import type * as pulumi from "@pulumi/pulumi";
import { argumentsOf, checkNames, clusterOf } from "../../provider/reads/read-arguments";
import { svmReference } from "../../provider/reads/svm-reference";
import { iscsiSession } from "../../provider/rest/iscsi-sessions";
import { called } from "./call";
import { type Inputs, whenKnown } from "./inputs";
import { getIscsiSessions, type IscsiSessionResult } from "./iscsi-sessions";
import type { ClusterArgs } from "./read-arguments";
import type { SvmReference } from "./svm-reference";

/** Arguments of {@link pathsByInitiator}. */
export interface PathsArgs extends ClusterArgs {
  /** The SVM, by name, UUID or both; with both the UUID decides. */
  readonly svm: SvmReference;
}

/** A way from an initiator to an SVM: a target portal group to which it is logged in. */
export interface IscsiPath {
  /** Target portal group, which has the name of the interface that the initiator logged in to. */
  readonly targetPortalGroup: string;
  /** Addresses of the array to which it is connected there, in order. */
  readonly addresses: readonly string[];
  /** Addresses of the initiator from which it is connected there, in order. */
  readonly initiatorAddresses: readonly string[];
  /** Sessions over this target portal group. */
  readonly sessions: number;
}

/** The paths of each initiator that is logged in, by the initiator's name; an initiator without a path is absent. */
export type PathsByInitiator = Readonly<Record<string, readonly IscsiPath[]>>;

/**
 * The paths of all hosts to an SVM, in one request: for each initiator that is logged in, its target portal groups by
 * name. Where nobody is logged in, and where the array has no SVM of that name, there are none.
 *
 * @example
 * const paths = await pathsByInitiator({ svm: { name: "svm1" } });
 * const short = Object.entries(paths).filter(([, ways]) => ways.length < 2);
 */
export function pathsByInitiator(args: PathsArgs, opts: pulumi.InvokeOptions = {}): Promise<PathsByInitiator> {
  return pathsOf(args, opts);
}

/** {@link pathsByInitiator} for inputs. Unknown in a preview while an input is, or a resource of `dependsOn`. */
export function pathsByInitiatorOutput(
  args: Inputs<PathsArgs>,
  opts: pulumi.InvokeOutputOptions = {},
): pulumi.Output<PathsByInitiator> {
  return whenKnown(args, opts, pathsOf);
}

const FIELDS = ["initiator.name", "connections.initiatorAddress", "connections.interface.ip"] as const;

type Session = IscsiSessionResult<typeof FIELDS>;

/** Initiators without a name, which ONTAP does not document, are counted as one. */
const UNNAMED = "unknown";

async function pathsOf(args: unknown, opts: pulumi.InvokeOptions): Promise<PathsByInitiator> {
  const { noun } = iscsiSession;
  const where = await called({ noun, args, opts }, async () => {
    const { svm: reference, cluster, ...others } = argumentsOf(noun, args);
    checkNames(noun, others, ["svm", "cluster"]);
    const { name, uuid } = svmReference(noun, reference);
    const named = clusterOf(noun, cluster);
    return {
      svm: uuid === undefined ? { name: name ?? "" } : { uuid },
      ...(named === undefined ? {} : { cluster: named }),
    };
  });
  const sessions = await getIscsiSessions({ ...where, fields: FIELDS }, opts);
  const initiators = groupedBy(sessions, ({ initiator }) => initiator?.name ?? UNNAMED);
  return Object.fromEntries(
    initiators.map(([initiator, own]) => [
      initiator,
      groupedBy(own, ({ targetPortalGroup }) => targetPortalGroup).map(([group, there]) => pathOf(group, there)),
    ]),
  );
}

function pathOf(targetPortalGroup: string, sessions: readonly Session[]): IscsiPath {
  const connections = sessions.flatMap((session) => session.connections ?? []);
  return {
    targetPortalGroup,
    addresses: distinct(connections.map((connection) => connection.interface?.ip?.address)),
    initiatorAddresses: distinct(connections.map((connection) => connection.initiatorAddress?.address)),
    sessions: sessions.length,
  };
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyArray<readonly [string, readonly T[]]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function distinct(values: ReadonlyArray<string | undefined>): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined))].sort();
}
