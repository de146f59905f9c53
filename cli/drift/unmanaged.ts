import {
  type Cause,
  canonicalId,
  causeOfList,
  dynamicToken,
  type FoundObject,
  isPluginToken,
  type Kind,
  pluginToken,
  type Survey,
  tableKinds,
} from "../../provider/inventory";
import { OntapError } from "../../provider/rest";
import type { RecordedArray } from "../stack/arrays";
import { placeOf } from "../stack/place";
import type { RecordedResource } from "../stack/recorded";
import type { DriftObject, FailOnUnmanaged, UnmanagedObject } from "./report";

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

/**
 * Objects of a list that are in no state, on SVMs that have a managed object. Left out are those as ONTAP made them, and
 * what is told as drift of a table that is to remove it.
 */
export function unmanagedIn(
  { svms }: RecordedArray,
  surveys: ReadonlyMap<Kind, Survey | OntapError>,
  recorded: RecordedObjects,
  failOn: FailOnUnmanaged | undefined,
  drifted: readonly DriftObject[],
): readonly UnmanagedObject[] {
  const told = new Set(
    drifted.flatMap(({ id, row, changes }) =>
      row === undefined ? changes.map(({ property }) => `${id} ${property}`) : [],
    ),
  );
  return [...surveys].flatMap(([kind, survey]) =>
    survey instanceof OntapError
      ? []
      : survey.found.flatMap((found): readonly UnmanagedObject[] => {
          const { id } = found;
          // Most rows are recorded, and no more than the id is worked out of these.
          const neighbour = recorded.has(kind, id) ? undefined : svms.get(found.svm.uuid);
          if (
            neighbour === undefined ||
            found.isPristine ||
            told.has(`${found.svm.uuid} ${pathInTable(kind, found)}`)
          ) {
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

/** Where a table would have the object: `credentials["iqn.1998-01.com.example:host1"]`. */
function pathInTable(kind: Kind, { name }: FoundObject): string | undefined {
  return name && tableKinds.find(({ row }) => row === kind)?.path(name);
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
