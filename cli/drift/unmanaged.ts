import {
  type Cause,
  canonicalId,
  causeOfList,
  dynamicToken,
  isPluginToken,
  type Kind,
  pluginToken,
  type Survey,
} from "../../provider/inventory";
import { OntapError } from "../../provider/rest";
import type { RecordedArray } from "../stack/arrays";
import { placeOf } from "../stack/place";
import type { RecordedResource } from "../stack/recorded";
import type { FailOnUnmanaged, UnmanagedObject } from "./report";

/** The objects that a state records, managed or not, dynamic or through the plugin. */
export class RecordedObjects {
  readonly #known: ReadonlySet<string>;

  constructor(resources: readonly RecordedResource[]) {
    this.#known = new Set(resources.map(({ kind, id }) => key(kind, id)));
  }

  has(kind: Kind, id: string): boolean {
    return this.#known.has(key(kind, id));
  }
}

function key({ type }: Kind, id: string): string {
  return `${type} ${canonicalId(id)}`;
}

/** Objects of a list that are in no state, on SVMs that have a managed object; those as ONTAP made them are left out. */
export function unmanagedIn(
  { svms }: RecordedArray,
  surveys: ReadonlyMap<Kind, Survey | OntapError>,
  recorded: RecordedObjects,
  failOn: FailOnUnmanaged | undefined,
): readonly UnmanagedObject[] {
  return [...surveys].flatMap(([kind, survey]) =>
    survey instanceof OntapError
      ? []
      : survey.found.flatMap((found): readonly UnmanagedObject[] => {
          const { id } = found;
          // Most rows are recorded, and no more than the id is worked out of these.
          const neighbour = recorded.has(kind, id) ? undefined : svms.get(found.svm.uuid);
          if (neighbour === undefined || found.isPristine) {
            return [];
          }
          const { admits, isOpen } = found.access;
          return [
            {
              type: isPluginToken(neighbour.type) ? pluginToken(kind.type) : dynamicToken(kind.type),
              id,
              ...placeOf(neighbour),
              svm: found.svm.name,
              admits,
              open: isOpen,
              drift: failOn === "any" || (failOn === "open" && isOpen),
            },
          ];
        }),
  );
}

/** Objects that a list does not show, so that nobody can tell whether they are in a state. */
export interface Unlisted {
  readonly cause: Cause;
  /** The same as sentences for somebody who did not ask for objects in no state. */
  readonly remark: string;
  /** False where they are recorded, or on an SVM that has no managed object. */
  readonly mayBeUnmanaged: boolean;
}

/** Lists that failed, and rows of another shape than ONTAP documents. */
export function unlistedIn(
  { svms }: RecordedArray,
  surveys: ReadonlyMap<Kind, Survey | OntapError>,
  recorded: RecordedObjects,
): readonly Unlisted[] {
  return [...surveys].flatMap(([kind, survey]): readonly Unlisted[] => {
    if (survey instanceof OntapError) {
      const cause = causeOfList(survey);
      const remark = `unmanaged ${kind.type} objects are not listed. ${cause.message}`;
      return [{ cause, remark, mayBeUnmanaged: true }];
    }
    return survey.malformed.map(({ id, reason }) => ({
      cause: { key: reason, reason, message: `${reason}.` },
      remark: `${reason}. It is not counted as unmanaged; if it is recorded, it is read with a GET of its own.`,
      mayBeUnmanaged:
        id === undefined || (!recorded.has(kind, id) && [...svms.keys()].some((uuid) => id.startsWith(uuid))),
    }));
  });
}
