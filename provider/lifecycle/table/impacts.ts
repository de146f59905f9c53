import type { CommonInputs, ObjectKey, ResourceDefinition } from "../definition";
import type { PlannedOn } from "../planned";
import type { SessionImpact } from "../session-impact";
import { isForced, rowKey, type TableInputs, type TableShape } from "./shape";
import type { Step } from "./steps";

/** Which live sessions the steps could hit, but for the rows and initiators that may be hit. */
export function impactsOf<Inputs extends TableInputs, Row extends CommonInputs, RowWire>(
  { row }: TableShape<Inputs, Row, RowWire>,
  key: ObjectKey,
  steps: ReadonlyArray<Step<Row>>,
  force: TableInputs["forceDisconnect"],
  planned: PlannedOn,
): readonly SessionImpact[] {
  return steps.flatMap((step) => {
    if (isForced(force, step.name)) {
      return [];
    }
    if (step.kind === "create") {
      return row.builtIn?.is(step.want) === true ? [sparing(ofBuiltIn(row, key, step, planned), force)] : [];
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

/**
 * Which sessions it could hit that the table takes in the row which ONTAP made itself. What that row is now the array
 * tells, where there are sessions at all.
 */
function ofBuiltIn<Row extends CommonInputs, RowWire>(
  row: ResourceDefinition<Row, RowWire>,
  key: ObjectKey,
  { name, want }: { readonly name: string; readonly want: Row },
  planned: PlannedOn,
): SessionImpact {
  return {
    svmUuid: key.svmUuid,
    effect: "locked-out",
    part: name,
    async assess(ontap) {
      const own = rowKey(key, name);
      const have = row.observed(await row.get(ontap, own), want);
      const impacts = row.sessionImpact(own, have, want, planned);
      const assessments = await Promise.all(impacts.map((impact) => impact.assess(ontap)));
      return (session) => assessments.map((why) => why(session)).find((reason) => reason !== undefined);
    },
  };
}
