import { isDeepStrictEqual } from "node:util";
import { type ArrayState, objectAt, svmOf } from "../array-state";
import { isTargeted, type RunRecord } from "../run-record";
import type { Entry } from "../stack-state";
import { Violation } from "../violation";

const RULE = "no write outside the program's objects";

/** Ids of all objects that differ between two states of the array. */
export function changedIds(before: ArrayState, after: ArrayState): readonly string[] {
  const ids = new Set([before, after].flatMap(({ services, rows }) => [...services.keys(), ...rows.keys()]));
  return [...ids].filter((id) => !isDeepStrictEqual(objectAt(before, id), objectAt(after, id)));
}

/** Only what the stack has, or what its program names, is changed; with a service ONTAP takes its rows. */
export function foreignObjects(record: RunRecord): void {
  const { before, after, requests } = record;
  const own = ownIds(record);
  for (const id of changedIds(before, after)) {
    if (!own.has(id) && !goesOrComesWithService(record, own, id)) {
      const [was, is] = [before, after].map((array) => JSON.stringify(objectAt(array, id)) ?? "nothing");
      throw new Violation(RULE, `${id} is none of them and was ${was}, now ${is}`);
    }
  }
  for (const { method, path } of requests) {
    const [, id] = path.match(/^\/api\/protocols\/san\/iscsi\/(?:services|credentials)\/(.+)$/) ?? [];
    if (method !== "GET" && id !== undefined && !own.has(decodeURIComponent(id))) {
      throw new Violation(RULE, `${method} ${path}`);
    }
  }
}

function ownIds(record: RunRecord): ReadonlySet<string> {
  const { entries, goals, meant } = record;
  // The engine deletes what depends on a replaced service, a target or not.
  const isTouched = ({ name, follows }: Entry) =>
    isTargeted(record, name) || (follows !== undefined && isTargeted(record, follows));
  return new Set([
    ...[...entries.values()].flatMap((entry) => (isTouched(entry) ? [entry.id] : [])),
    ...goals.flatMap(({ name }) => (isTargeted(record, name) ? (meant.get(name) ?? []) : [])),
  ]);
}

function goesOrComesWithService({ requests }: RunRecord, own: ReadonlySet<string>, id: string): boolean {
  const svm = svmOf(id);
  return (
    id.includes("/") &&
    own.has(svm) &&
    requests.some(
      ({ method, path }) =>
        (method === "DELETE" && path.endsWith(`/services/${svm}`)) || (method === "POST" && path.endsWith("/services")),
    )
  );
}
