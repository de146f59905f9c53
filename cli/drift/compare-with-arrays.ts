import type { Environment } from "../../provider/connection";
import { causeOfList, type Kind, kinds, type Survey } from "../../provider/inventory";
import { type OntapClient, OntapError } from "../../provider/rest";
import type { RecordedArray, RecordedArrays, UnknownPlace } from "../stack/arrays";
import type { RecordedResource } from "../stack/recorded";
import { causesOf, type Unknown } from "./causes";
import type { DriftObject, FailOnUnmanaged, Findings } from "./report";
import { toDriftObject } from "./to-drift-object";
import { type RecordedObjects, unlistedIn, unmanagedIn } from "./unmanaged";

/** What a comparison needs besides the arrays. */
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
 * Compares recorded resources with the arrays: one list of each kind per array, and a GET for each object that its
 * list lacks. Writes nothing. Trouble makes the objects concerned unknown, as does an array that cannot be told.
 */
export async function compareWithArrays(
  { arrays, unknown }: RecordedArrays,
  dependencies: Dependencies,
): Promise<Findings> {
  const compared = await Promise.all(arrays.map((array) => compareWithArray(array, dependencies)));
  const parts = [...compared, ...unknown.map(notCompared)];
  return {
    objects: parts.flatMap(({ objects }) => objects),
    unmanaged: parts.flatMap(({ unmanaged }) => unmanaged),
    causes: parts.flatMap(({ causes }) => causes),
  };
}

function notCompared({ place, managed, cause }: UnknownPlace): Findings {
  const objects = managed.map((resource) => toDriftObject(resource, { status: "unknown", ...cause, cause }));
  return {
    objects,
    unmanaged: [],
    causes: causesOf(
      place,
      objects.map((object) => ({ object, cause })),
    ),
  };
}

async function compareWithArray(array: RecordedArray, dependencies: Dependencies): Promise<Findings> {
  const { env, recorded, failOnUnmanaged } = dependencies;
  const surveys = await surveyAll(array.ontap);
  const assessed = await Promise.all(
    array.places.map(async ({ place, managed }) => ({
      place,
      objects: await Promise.all(managed.map((resource) => assess(resource, surveys, env))),
    })),
  );
  const objects = assessed.flatMap((one) => one.objects);
  const told = new Set(unknownsIn(objects).map(({ cause }) => cause.key));
  const inReport: Unknown[] = [];
  for (const { cause, remark, mayBeUnmanaged } of unlistedIn(array, surveys, recorded)) {
    if (failOnUnmanaged !== undefined && mayBeUnmanaged) {
      inReport.push({ cause });
    } else if (!told.has(cause.key)) {
      dependencies.remark(remark);
    }
  }
  const drifted = objects.map(({ object }) => object);
  return {
    objects: drifted,
    unmanaged: unmanagedIn(array, surveys, recorded, failOnUnmanaged, drifted),
    // What is about no object of a place is told once for the array, with its first place.
    causes: assessed.flatMap((one, index) =>
      causesOf(one.place, [...unknownsIn(one.objects), ...(index === 0 ? inReport : [])]),
    ),
  };
}

function unknownsIn(objects: readonly Assessed[]): readonly (Assessed & Unknown)[] {
  return objects.flatMap(({ object, cause }) => (cause === undefined ? [] : [{ object, cause }]));
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
  const { id, kind, table, outputs } = resource;
  const survey = surveys.get(table?.kind.row ?? kind);
  if (survey === undefined || survey instanceof OntapError) {
    const error = survey ?? new OntapError({ code: "incomplete", operation: "compare", reason: "it was not listed" });
    const cause = causeOfList(error);
    return { object: toDriftObject(resource, { status: "unknown", reason: error.message, cause }), cause };
  }
  const isTable = table !== undefined && table.row === undefined;
  const verdict = await (isTable ? survey.assessTable(id, outputs, env) : survey.assess(id, outputs, env));
  const object = toDriftObject(resource, verdict);
  return verdict.status === "unknown" ? { object, cause: verdict.cause } : { object };
}
