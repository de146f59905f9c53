import { isDeepStrictEqual } from "node:util";
import { type ArrayState, type RowObject, type Session, svmOf } from "../array-state";
import type { RunRecord } from "../run-record";
import type { Known } from "../stack";
import { Violation } from "../violation";

/** No session is cut, or barred from its next login, without a refusal or a force. */
export function guard(record: RunRecord): void {
  const { before, after } = record;
  for (const session of before.sessions) {
    const who = `${session.initiator} from ${session.addresses.join(", ")} on ${session.svm}`;
    if (isForced(record, session)) {
      continue;
    }
    if (!after.sessions.some(({ key }) => key === session.key)) {
      throw new Violation("no session is cut without a force", who);
    }
    if (isLetIn(before, session) && !isLetIn(after, session) && isJudgedByGuard(record, session)) {
      const [was, is] = [before, after].map((array) => JSON.stringify(rowOf(array, session)?.row ?? "nothing"));
      throw new Violation("no session is barred without a force", `${who}: the row that decides was ${was}, now ${is}`);
    }
  }
}

/** The row that decides about the next login: the initiator's own, or else `default`. */
function rowOf(array: ArrayState, { svm, initiator }: Session): { id: string; row: RowObject } | undefined {
  for (const id of [`${svm}/${initiator}`, `${svm}/default`]) {
    const row = array.rows.get(id);
    if (row !== undefined) {
      return { id, row };
    }
  }
  return undefined;
}

/** Users and passwords aside: rotating them is nothing that the guard refuses. */
function isLetIn(array: ArrayState, session: Session): boolean {
  const { row } = rowOf(array, session) ?? {};
  if (row === undefined || row.type === "deny") {
    return false;
  }
  const isAdmitted = row.addresses.length === 0 || session.addresses.every((address) => admits(row, address));
  return isAdmitted && (row.type === "none" || session.authentication.every((type) => type.toLowerCase() === "chap"));
}

/** The addresses of the model differ in the last number alone, and its networks have 24 bits. */
function admits({ addresses }: RowObject, address: string): boolean {
  const last = (text: string | undefined) => Number(text?.split(".").at(-1));
  return addresses.some((text) => {
    if (text.includes("/")) {
      return address.startsWith(text.slice(0, text.lastIndexOf(".") + 1));
    }
    const [start, end] = text.split("-");
    return last(start) <= last(address) && last(address) <= last(end);
  });
}

/** What docs/session-guard.md says is not judged: a row that is new, and what was changed by hand since a refresh. */
function isJudgedByGuard({ stack, before, after }: RunRecord, session: Session): boolean {
  const own = `${session.svm}/${session.initiator}`;
  const isNew = !before.rows.has(own) && after.rows.has(own);
  return !isNew && [own, `${session.svm}/default`].every((id) => !isUnsure(stack.known.get(id), before.rows.get(id)));
}

function isUnsure(known: Known | undefined, actual: unknown): boolean {
  return known !== undefined && (known.sureFor !== "any" || !isDeepStrictEqual(known.seen, actual));
}

/** True where the program, what it was before, or the environment forces anything on that SVM. */
function isForced({ stack, goals, meant, entries, forced }: RunRecord, { svm }: Session): boolean {
  return (
    forced.some((id) => svmOf(id) === svm) ||
    [...entries.values()].some(({ id, outputs }) => svmOf(id) === svm && outputs.forceDisconnect === true) ||
    goals.some(
      ({ name, args }) =>
        args.forceDisconnect === true &&
        [stack.state.get(name)?.id ?? "", entries.get(name)?.id ?? "", ...(meant.get(name) ?? [])].some(
          (id) => svmOf(id) === svm,
        ),
    )
  );
}
