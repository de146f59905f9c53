import type { Connections, Environment } from "../../provider/connection";
import { typeToken } from "../../provider/dynamic";
import { canonicalId, type Kind, kinds, type Survey } from "../../provider/inventory";
import { type OntapClient, OntapError } from "../../provider/rest";
import type { RecordedResource } from "../stack/recorded";
import { type DriftObject, type DriftReport, reportOf, type UnmanagedObject } from "./report";
import { toDriftObject } from "./to-drift-object";

/** What comparing needs beside the recorded resources. */
export interface Dependencies {
  readonly connections: Connections;
  readonly env: Environment;
  /** Takes what the report cannot hold. */
  warn(text: string): void;
}

type Surveys = ReadonlyMap<Kind, Survey | OntapError>;

/**
 * Compares recorded resources with the arrays: one list of each kind per cluster, and a GET for each object that its
 * list lacks. Writes nothing. Throws `configuration`; all other trouble makes the objects concerned unknown.
 */
export async function compareWithArrays(
  resources: readonly RecordedResource[],
  dependencies: Dependencies,
): Promise<DriftReport> {
  const managed = resources.filter((resource) => resource.managed);
  // Before any array is asked: an id that is none is an error here.
  const svmUuids = new Map(managed.map(({ urn, kind, id }) => [urn, kind.svmUuid(id)]));
  const clusters = [...new Set(managed.map(({ cluster }) => cluster))];
  const clients = clusters.map((cluster) => [cluster, dependencies.connections.client(cluster)] as const);
  const known = new Set(resources.map(({ type, id }) => `${type} ${canonicalId(id)}`));
  const parts = await Promise.all(
    clients.map(async ([cluster, ontap]) => {
      const here = managed.filter((resource) => resource.cluster === cluster);
      const surveys = await surveyAll(ontap);
      for (const [kind, survey] of surveys) {
        if (survey instanceof OntapError && !here.some((resource) => resource.kind === kind)) {
          dependencies.warn(`unmanaged ${kind.type} objects are not listed. ${survey.message}`);
        }
        for (const { reason } of survey instanceof OntapError ? [] : survey.malformed) {
          dependencies.warn(
            `${reason}. It is not counted as unmanaged, and where it is recorded, asked for by itself.`,
          );
        }
      }
      const objects = await Promise.all(here.map((resource) => assess(resource, surveys, dependencies.env)));
      const managedSvms = new Set(here.map(({ urn }) => svmUuids.get(urn)));
      return { objects, unmanaged: unmanaged(managedSvms, cluster ?? null, surveys, known) };
    }),
  );
  const byUrn = new Map(parts.flatMap(({ objects }) => objects).map((object) => [object.urn, object]));
  return reportOf(
    managed.flatMap(({ urn }) => byUrn.get(urn) ?? []),
    parts.flatMap((part) => part.unmanaged),
  );
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

async function assess(resource: RecordedResource, surveys: Surveys, env: Environment): Promise<DriftObject> {
  const survey = surveys.get(resource.kind);
  if (survey === undefined || survey instanceof OntapError) {
    return toDriftObject(resource, { status: "unknown", reason: survey?.message ?? "it was not listed" });
  }
  return toDriftObject(resource, await survey.assess(resource.id, resource.outputs, env));
}

function unmanaged(
  managedSvms: ReadonlySet<string | undefined>,
  cluster: string | null,
  surveys: Surveys,
  known: ReadonlySet<string>,
): readonly UnmanagedObject[] {
  return [...surveys].flatMap(([kind, survey]) => {
    const type = typeToken(kind.type);
    return survey instanceof OntapError
      ? []
      : survey.found
          .filter(
            ({ id, svm, isPristine }) =>
              managedSvms.has(svm.uuid) && !isPristine && !known.has(`${type} ${canonicalId(id)}`),
          )
          .map(({ id }) => ({ type, id, cluster }))
          .sort((a, b) => (a.id < b.id ? -1 : 1));
  });
}
