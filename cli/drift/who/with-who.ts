import { type AuditEntry, type AuditedObject, OntapError } from "../../../provider/rest";
import type { RecordedArray } from "../../stack/arrays";
import { isSamePlace, type Place } from "../../stack/place";
import type { DriftObject, Findings, UnmanagedObject } from "../report";
import { boundaryOf, explain } from "./explain";
import { type Question, questionAbout, questionsAbout } from "./question";
import type { AuditSource, Who } from "./who";

/** How long ago something may have been changed that is older than the state, since no run noticed it. */
const LOOK_BACK_MS = 30 * 86_400_000;

/** When the comparison was made, and the state. */
interface Times {
  readonly writtenAt: Date | undefined;
  readonly now: Date;
}

type Found = DriftObject | UnmanagedObject;

/**
 * The findings with who can have done it, by the audit logs: at most two requests for each array, and none where there is
 * nothing to ask. A log that cannot be read changes nothing else; `audit` has the reason.
 */
export async function withWho(arrays: readonly RecordedArray[], found: Findings, times: Times): Promise<Findings> {
  const asked = await Promise.all(
    arrays.map((array) => {
      const isHere = (place: Place) => array.places.some((known) => isSamePlace(known.place, place));
      const questions = new Map<Found, readonly Question[]>([
        ...found.objects.filter(isHere).map((object) => [object, questionsAbout(object)] as const),
        ...found.unmanaged.filter(isHere).map((object) => [object, [questionAbout(object)]] as const),
      ]);
      return askArray(array, questions, times);
    }),
  );
  const known = new Map(asked.flatMap(({ answers }) => [...answers]));
  return {
    ...found,
    objects: found.objects.map((object) => explained(object, known.get(object))),
    unmanaged: found.unmanaged.map((object) => explained(object, known.get(object))),
    audit: asked.flatMap(({ sources }) => sources),
  };
}

function explained<Of extends Found>(object: Of, who: Who | undefined): Of {
  return who === undefined ? object : { ...object, who };
}

interface Answers {
  readonly answers: ReadonlyMap<Found, Who>;
  readonly sources: readonly AuditSource[];
}

async function askArray(
  { ontap, places }: RecordedArray,
  questions: ReadonlyMap<Found, readonly Question[]>,
  { writtenAt, now }: Times,
): Promise<Answers> {
  const objects = [...questions.values()].flat().map(({ object }) => object);
  const sources = (source: Omit<AuditSource, keyof Place>) => places.map(({ place }) => ({ ...place, ...source }));
  if (objects.length === 0) {
    return { answers: new Map(), sources: [] };
  }
  const since = new Date(Math.min(boundaryOf(writtenAt)?.getTime() ?? Infinity, now.getTime() - LOOK_BACK_MS));
  try {
    const trail = await ontap.auditLog.trail(objects, since);
    const oldest = trail.isWhole ? await reachesBackTo(() => ontap.auditLog.reachesBackTo()) : trail.readBackTo;
    const isEndOfLog = trail.isWhole && oldest !== undefined && new Date(oldest) > since;
    const completeSince = oldest === undefined ? null : isEndOfLog || !trail.isWhole ? oldest : since.toISOString();
    const ofObject = byObject(trail.entries);
    const answers = new Map<Found, Who>();
    for (const [object, asked] of questions) {
      const told = asked.map((question) => explain(question, ofObject.get(question.object) ?? [], writtenAt));
      const who = { entries: told.flatMap(({ entries }) => entries), passwords: told.flatMap((one) => one.passwords) };
      if (who.entries.length > 0) {
        answers.set(object, who);
      } else if (asked.some(({ about }) => about !== "there")) {
        answers.set(object, { ...who, note: nothingFound(completeSince, isEndOfLog) });
      }
    }
    return { answers, sources: sources({ completeSince }) };
  } catch (error) {
    if (!(error instanceof OntapError)) {
      throw error;
    }
    return { answers: new Map(), sources: sources({ completeSince: null, reason: error.message }) };
  }
}

/** Undefined where the log is empty, and where it does not tell. */
async function reachesBackTo(ask: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof OntapError) {
      return undefined;
    }
    throw error;
  }
}

function nothingFound(completeSince: string | null, isEndOfLog: boolean): string {
  return completeSince === null
    ? "nothing found in the audit log; how far it reaches back is not known"
    : `the audit log ${isEndOfLog ? "reaches back" : "was read back"} to ${completeSince}, nothing found`;
}

function byObject(entries: ReadonlyArray<AuditEntry<AuditedObject>>) {
  const known = new Map<AuditedObject, Array<AuditEntry<AuditedObject>>>();
  for (const entry of entries) {
    for (const object of entry.operation.objects) {
      const others = known.get(object);
      if (others === undefined) {
        known.set(object, [entry]);
      } else {
        others.push(entry);
      }
    }
  }
  return known;
}
