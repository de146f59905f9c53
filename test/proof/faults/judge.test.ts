import type { FaultCase, Played } from "../../../proof/faults/case";
import { judge } from "../../../proof/faults/judge";
import { faultKinds } from "../../../proof/faults/kinds";
import type { Performed } from "../../../proof/faults/stage";
import { objectsOn } from "../../../proof/support/array-comparison";
import type { ArrayState } from "../../../proof/support/array-state";
import type { Entry } from "../../../proof/support/program";

const svm = { name: "svm1" };
const ours = { svm, initiator: "iqn.ours", authentication_type: "chap" };
const theirs = { svm, initiator: "iqn.theirs", authentication_type: "none" };
const live = { svm, initiator: { name: "iqn.theirs" }, tsih: 1 };
const entry: Entry = {
  name: "host",
  type: "IscsiCredentials",
  id: "uuid/iqn.ours",
  inputs: { initiator: "iqn.ours" },
  outputs: { svmName: "svm1" },
  isIncomplete: false,
};

const performed = (array: ArrayState, entries: readonly Entry[] = [], failure?: string): Performed => ({
  array,
  objects: objectsOn(array),
  state: new Map(entries.map((one) => [one.name, one])),
  requests: [],
  failure,
});
const others: ArrayState = { credentials: [theirs], sessions: [live] };
const whole: ArrayState = { credentials: [theirs, ours], sessions: [live] };
const [kind] = faultKinds;

/** What is found where a credential is created, and the runs end so. */
function found(...runs: readonly Performed[]): readonly string[] {
  if (kind === undefined) {
    throw new Error("there are kinds");
  }
  const fault: FaultCase = {
    kind,
    nth: 1,
    lasts: "once",
    reference: {
      operation: { name: "create", array: others, command: { kind: "up", program: [] } },
      others: performed(others),
      before: performed(others),
      end: performed(whole, [entry]),
    },
  };
  const played: Played = { runs, isAdopted: false };
  return judge(fault, played).map(({ wrong, what }) => `${wrong}: ${what}`);
}

test("nothing is wrong where a second run ends as without the fault", () => {
  expect(found(performed(others, [], "lost the reply"), performed(whole, [entry]))).toEqual([]);
});

test("an object without a record, a record without an object, and another end are told", () => {
  expect(found(performed(whole, [], "conflict"))).toEqual([
    "lost: the state lacks host",
    "stuck: ended with conflict, expected none",
  ]);
  expect(found(performed(others, [entry]))).toEqual(["lost: credentials svm1 iqn.ours"]);
  expect(
    found(performed({ ...whole, credentials: [theirs, ours, { ...ours, initiator: "iqn.other" }] }, [entry])),
  ).toEqual(["doubled: credentials svm1 iqn.other"]);
  expect(
    found(performed({ ...whole, credentials: [theirs, { ...ours, authentication_type: "deny" }] }, [entry])),
  ).toEqual(["not as the program says: credentials svm1 iqn.ours"]);
});

test("what a run did to others is told though a later run made up for it", () => {
  const end = performed(whole, [entry]);
  expect(found(performed({ ...whole, sessions: [] }, [entry]), end)).toEqual([
    "sessions cut: sessions svm1 iqn.theirs 1",
  ]);
  expect(found(performed({ ...whole, credentials: [ours] }, [entry]), end)).toEqual([
    "foreign objects touched: credentials svm1 iqn.theirs",
  ]);
});

test("an entry that a run dropped though its object is there is told", () => {
  const there = performed(whole, [entry]);
  expect(found(there, performed(whole, [], "lost the reply"), there)).toEqual(["falsely gone: host"]);
});
