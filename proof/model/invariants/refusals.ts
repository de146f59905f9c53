import { isDeepStrictEqual } from "node:util";
import { objectAt, svmOf } from "../array-state";
import { meant as meantSvm, referenceOf } from "../program";
import { isTargeted, type RunRecord } from "../run-record";
import { Violation } from "../violation";

/** A run fails only for a cause: nothing is refused that is right. */
export function refusals(record: RunRecord): void {
  const { result, fault, stack } = record;
  if (result.error !== undefined && fault === undefined && !CAUSES.some((cause) => cause(record))) {
    throw new Violation("a run fails only for a cause", `${stack.name}: ${result.error.split("\n", 1).join("")}`);
  }
}

const CAUSES: ReadonlyArray<(record: RunRecord) => boolean> = [
  meansNoSvm,
  namesRenamedSvm,
  meetsLiveSessions,
  meetsExisting,
  meetsChangesByHand,
  losesRows,
  lacksService,
  isWhereItsServiceIsNot,
];

function meansNoSvm(record: RunRecord): boolean {
  const { goals, meant, stack } = record;
  return goals.some(
    ({ name }) => isTargeted(record, name) && (meant.get(name)?.length !== 1 || stack.isAmbiguous(name)),
  );
}

/** Something new is to be made by a name that its SVM no longer has. */
function namesRenamedSvm({ stack, goals, meant, before, entries }: RunRecord): boolean {
  return goals.some(({ name }) => {
    const entry = entries.get(name);
    const [id = ""] = meant.get(name) ?? [];
    const isNew = entry === undefined || entry.isPendingReplacement || entry.id !== id;
    const declaration = stack.program.get(name);
    const reference = declaration === undefined ? undefined : referenceOf(stack.program, declaration);
    return isNew && meantSvm(before.svms, reference ?? {})?.uuid !== svmOf(id);
  });
}

function meetsLiveSessions(record: RunRecord): boolean {
  const svms = touchedSvms(record);
  return record.before.sessions.some(({ svm }) => svms.has(svm));
}

/** Something is to be created that is there, in this stack's hands or not. */
function meetsExisting({ stack, goals, meant, before, entries }: RunRecord): boolean {
  return goals.some(({ name, args }) => {
    const isAdopted = args.adopt === true || args.initiator === "default";
    const ids = (meant.get(name) ?? []).filter((id) => id !== entries.get(name)?.id);
    const isPending = entries.get(name)?.isPendingReplacement === true;
    return (
      !isAdopted &&
      [...ids, ...(isPending ? [stack.state.get(name)?.id ?? ""] : [])].some((id) => objectAt(before, id) !== undefined)
    );
  });
}

function meetsChangesByHand({ stack, before, entries }: RunRecord): boolean {
  return [...entries.values()].some(({ id }) => {
    const known = stack.known.get(id);
    return known?.sureFor !== "any" || !isDeepStrictEqual(known.seen, objectAt(before, id));
  });
}

/** A service goes or comes while rows of the stack on its SVM were found unchanged, which no force allows. */
function losesRows({ entries, goals, meant }: RunRecord): boolean {
  const rows = [...entries.values()].filter(({ id }) => id.includes("/"));
  return [...entries.values()].some(
    ({ name, id }) =>
      rows.some((row) => svmOf(row.id) === id) &&
      !goals.some((goal) => goal.name === name && meant.get(name)?.includes(id) === true),
  );
}

/** A row is to be created where there is no service that this run does not move away. */
function lacksService({ goals, meant, before, entries }: RunRecord): boolean {
  const going = [...entries.values()].filter(
    ({ name, id }) => !id.includes("/") && meant.get(name)?.includes(id) !== true,
  );
  return goals.some(
    ({ name, kind }) =>
      kind === "IscsiCredentials" &&
      (meant.get(name) ?? []).some(
        (id) => !before.services.has(svmOf(id)) || going.some((service) => service.id === svmOf(id)),
      ),
  );
}

/** A row is on another SVM than the service that the program names alike: the name has gone over to another SVM. */
function isWhereItsServiceIsNot({ stack, entries, before }: RunRecord): boolean {
  const places = [...stack.program].flatMap(([name, declaration]) => {
    const reference = referenceOf(stack.program, declaration);
    const id = stack.state.get(name)?.id ?? entries.get(name)?.id;
    const svm = id === undefined ? meantSvm(before.svms, reference ?? {})?.uuid : svmOf(id);
    return svm === undefined ? [] : [{ kind: declaration.kind, reference, svm }];
  });
  return places.some(
    (row) =>
      row.kind === "IscsiCredentials" &&
      places.some(
        ({ kind, reference, svm }) =>
          kind === "IscsiService" && isDeepStrictEqual(reference, row.reference) && svm !== row.svm,
      ),
  );
}

function touchedSvms({ entries, goals, meant }: RunRecord): ReadonlySet<string> {
  return new Set(
    [...[...entries.values()].map(({ id }) => id), ...goals.flatMap(({ name }) => meant.get(name) ?? [])].map(svmOf),
  );
}
