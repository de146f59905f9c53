import type { Environment } from "../../provider/connection";
import { causeOfList, type Kind, kinds, type Survey } from "../../provider/inventory";
import { type OntapClient, OntapError } from "../../provider/rest";
import type { RecordedResource } from "../stack/recorded";
import { causesOf, type Unknown } from "./causes";
import type { RecordedCluster } from "./recorded-clusters";
import type { DriftObject, FailOnUnmanaged, Findings } from "./report";
import { toDriftObject } from "./to-drift-object";
import { type RecordedObjects, unlistedIn, unmanagedIn } from "./unmanaged";

/** What a comparison needs besides the clusters. */
export interface Dependencies {
  /** All that the state records. */
  readonly recorded: RecordedObjects;
  /** Which objects in no state are drift. */
  readonly failOnUnmanaged: FailOnUnmanaged | undefined;
  readonly env: Environment;
  /** Receives what the report has no place for. */
  remark(text: string): void;
}

type Surveys = ReadonlyMap<Kind, Survey | OntapError>;

/** A recorded object, with the cause where its state is unknown. */
type Assessed = { readonly object: DriftObject } & Partial<Unknown>;

/**
 * Compares recorded resources with the arrays: one list of each kind per cluster, and a GET for each object that its
 * list lacks. Writes nothing. Trouble makes the objects concerned unknown.
 */
export async function compareWithArrays(
  clusters: readonly RecordedCluster[],
  dependencies: Dependencies,
): Promise<Findings> {
  const parts = await Promise.all(clusters.map((cluster) => compareWithArray(cluster, dependencies)));
  return {
    objects: parts.flatMap(({ objects }) => objects),
    unmanaged: parts.flatMap(({ unmanaged }) => unmanaged),
    causes: parts.flatMap(({ causes }) => causes),
  };
}

async function compareWithArray(cluster: RecordedCluster, dependencies: Dependencies): Promise<Findings> {
  const { env, recorded, failOnUnmanaged } = dependencies;
  const surveys = await surveyAll(cluster.ontap);
  const assessed = await Promise.all(cluster.managed.map((resource) => assess(resource, surveys, env)));
  const unknowns = assessed.flatMap(({ object, cause }) => (cause === undefined ? [] : [{ object, cause }]));
  const told = new Set(unknowns.map(({ cause }) => cause.key));
  const inReport: Unknown[] = [];
  for (const { cause, remark, mayBeUnmanaged } of unlistedIn(cluster, surveys, recorded)) {
    if (failOnUnmanaged !== undefined && mayBeUnmanaged) {
      inReport.push({ cause });
    } else if (!told.has(cause.key)) {
      dependencies.remark(remark);
    }
  }
  return {
    objects: assessed.map(({ object }) => object),
    unmanaged: unmanagedIn(cluster, surveys, recorded, failOnUnmanaged),
    causes: causesOf(cluster.cluster, [...unknowns, ...inReport]),
  };
}

async function surveyAll(ontap: OntapClient): Promise<Surveys> {
  const surveys = kinds.map(async (kind): Promise<readonly [Kind, Survey | OntapError]> => {
    try {
      return [kind, await kind.survey(ontap)];
    } catch (error) {
      if (error instanceof OntapError && error.code !== "configuration") {
        return [kind, error];
      }
      throw error;
    }
  });
  return new Map(await Promise.all(surveys));
}

async function assess(resource: RecordedResource, surveys: Surveys, env: Environment): Promise<Assessed> {
  const survey = surveys.get(resource.kind);
  if (survey === undefined || survey instanceof OntapError) {
    const error = survey ?? new OntapError({ code: "incomplete", operation: "compare", reason: "it was not listed" });
    const cause = causeOfList(error);
    return { object: toDriftObject(resource, { status: "unknown", reason: error.message, cause }), cause };
  }
  const verdict = await survey.assess(resource.id, resource.outputs, env);
  const object = toDriftObject(resource, verdict);
  return verdict.status === "unknown" ? { object, cause: verdict.cause } : { object };
}
