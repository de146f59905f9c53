import type { CommonInputs, ObjectKey, ResourceDefinition } from "../definition";
import type { PlannedOn } from "../planned";
import type { SessionImpact } from "../session-impact";
import { isForced, rowKey, type TableInputs, type TableShape } from "./shape";
import type { Step } from "./steps";
import { rowSearch } from "./table-wire";

/** Which live sessions the steps could hit, but for the rows and initiators that may be hit. */
export function impactsOf<Inputs extends TableInputs, Row extends CommonInputs, RowWire>(
  { row }: TableShape<Inputs, Row, RowWire>,
  key: ObjectKey,
  steps: ReadonlyArray<Step<Row>>,
  force: TableInputs["forceDisconnect"],
  planned: PlannedOn,
): readonly SessionImpact[] {
  const found = rowSearch(row, steps.filter((step) => step.kind === "create" && adopts(row, step)).length === 1);
  return steps.flatMap((step) => {
    if (isForced(force, step.name)) {
      return [];
    }
    if (step.kind === "create") {
      return adopts(row, step) ? [sparing(ofAdopted(row, key, step, planned, found), force)] : [];
    }
    const want = step.kind === "change" ? step.want : step.left;
    const impacts = row.sessionImpact(rowKey(key, step.name), step.have, want, planned);
    return impacts.map((impact) => ({ ...sparing(impact, force), part: step.name }));
  });
}

/** The same, but for the sessions of initiators that `forceDisconnect` names. */
export function sparing(impact: SessionImpact, force: TableInputs["forceDisconnect"]): SessionImpact {
  return {
    ...impact,
    async assess(ontap) {
      const why = await impact.assess(ontap);
      return (session) => (isForced(force, session.initiator?.name ?? "") ? undefined : why(session));
    },
  };
}

type Creation<Row> = Extract<Step<Row>, { readonly kind: "create" }>;

/** True where the row may be there already and is then taken over: where the user says so, and the one that ONTAP makes. */
function adopts<Row extends CommonInputs, RowWire>(row: ResourceDefinition<Row, RowWire>, { want }: Creation<Row>) {
  return want.adopt === true || row.builtIn?.is(want) === true;
}

/**
 * Which sessions it could hit that the table takes over a row. What that row is now the array tells, where there are
 * sessions at all.
 */
function ofAdopted<Row extends CommonInputs, RowWire>(
  row: ResourceDefinition<Row, RowWire>,
  key: ObjectKey,
  { name, want }: Creation<Row>,
  planned: PlannedOn,
  found: ReturnType<typeof rowSearch<Row, RowWire>>,
): SessionImpact {
  return {
    svmUuid: key.svmUuid,
    effect: "locked-out",
    part: name,
    ...(name === row.builtIn?.name ? {} : { initiators: [name] }),
    async assess(ontap) {
      const wire = await found(ontap, name, { ...want, svm: { uuid: key.svmUuid } });
      const own = rowKey(key, name);
      const impacts = wire === undefined ? [] : row.sessionImpact(own, row.observed(wire, want), want, planned);
      const assessments = await Promise.all(impacts.map((impact) => impact.assess(ontap)));
      return (session) => assessments.map((why) => why(session)).find((reason) => reason !== undefined);
    },
  };
}
