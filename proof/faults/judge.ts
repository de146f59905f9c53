import { isDeepStrictEqual } from "node:util";
import { difference } from "../support/array-comparison";
import type { Entry, StackState } from "../support/program";
import type { FaultCase, Played } from "./case";
import type { Performed } from "./stage";

/** What can go wrong, as the proof counts it. */
export const WRONGS = [
  "lost",
  "doubled",
  "not as the program says",
  "falsely gone",
  "foreign objects touched",
  "sessions cut",
  "stuck",
] as const;
export type Wrong = (typeof WRONGS)[number];

/** Something that went wrong in a case. */
export interface Finding {
  readonly wrong: Wrong;
  readonly what: string;
}

/** What went wrong, by the array and the state after each run, and by how the same operation ends without faults. */
export function judge({ reference }: FaultCase, { runs, isAdopted }: Played): readonly Finding[] {
  const { others, before, end } = reference;
  const findings: Finding[] = [];
  const find = (wrong: Wrong, names: Iterable<string>) => {
    for (const what of names) {
      findings.push({ wrong, what });
    }
  };
  const untouched = [...others.objects.keys()].filter((name) =>
    [before, end].every(({ objects }) => isDeepStrictEqual(objects.get(name), others.objects.get(name))),
  );
  let state = before.state;
  for (const run of runs) {
    const isChanged = (name: string) => !isDeepStrictEqual(run.objects.get(name), others.objects.get(name));
    find("sessions cut", untouched.filter(isSession).filter(isChanged));
    find("foreign objects touched", untouched.filter((name) => !isSession(name)).filter(isChanged));
    find("falsely gone", falselyGone(state, run, end));
    state = run.state;
  }
  const last = runs.at(-1);
  if (last === undefined) {
    throw new Error("nothing was run");
  }
  const { missing, extra, unequal } = difference(last.objects, end.objects);
  find(
    "lost",
    missing.filter((name) => !isSession(name)),
  );
  find("doubled", extra);
  find("not as the program says", unequal);
  find("lost", namesMissing(last.state, end.state, "the state lacks"));
  find("doubled", namesMissing(end.state, last.state, "the state has"));
  const expected = isAdopted ? undefined : end.failure;
  if (last.failure !== expected) {
    find("stuck", [`ended with ${last.failure ?? "no error"}, expected ${expected ?? "none"}`]);
  }
  return findings;
}

/** True where the state is, but for ids of adoptions, what it is without faults. */
export function isRecordedAlike(actual: StackState, expected: StackState): boolean {
  return isDeepStrictEqual(comparable(actual), comparable(expected));
}

/** The state as JSON, with ids of adoptions made alike. */
export function comparable(state: StackState): unknown {
  const text = JSON.stringify([...state.values()].sort((a, b) => (a.name < b.name ? -1 : 1)));
  return JSON.parse(text.replaceAll(/"owner":"[^"]*"/g, '"owner":"any"'));
}

/** Entries that a run dropped though their object is there; not those that are dropped without faults, too. */
function falselyGone(before: StackState, run: Performed, end: Performed): readonly string[] {
  return [...before.values()]
    .filter(({ name }) => !run.state.has(name))
    .filter((entry) => {
      const isThere = objectsOf(entry).some((object) => run.objects.has(object));
      const isExpected = !end.state.has(entry.name) && objectsOf(entry).some((object) => end.objects.has(object));
      return isThere && !isExpected;
    })
    .map(({ name }) => name);
}

/** Names, on the array, of what an entry stands for. */
function objectsOf({ type, inputs, outputs }: Entry): readonly string[] {
  const svm = String(outputs.svmName);
  switch (type) {
    case "IscsiService":
      return [`services ${svm}`];
    case "IscsiCredentials":
      return [`credentials ${svm} ${String(inputs.initiator)}`];
    case "IscsiCredentialsTable":
      return Object.keys({ ...Object(inputs.credentials) }).map((initiator) => `credentials ${svm} ${initiator}`);
  }
}

function namesMissing(actual: StackState, expected: StackState, what: string): readonly string[] {
  return [...expected.keys()].filter((name) => !actual.has(name)).map((name) => `${what} ${name}`);
}

function isSession(name: string): boolean {
  return name.startsWith("sessions ");
}
