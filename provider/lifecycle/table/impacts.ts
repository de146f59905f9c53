import type { CommonInputs, ObjectKey, ResourceDefinition } from "../definition";
import type { PlannedOn } from "../planned";
import type { SessionImpact } from "../session-impact";
import { isForced, rowKey, type TableInputs, type TableShape } from "./shape";
import type { Step } from "./steps";

/** Which live sessions the steps could hit, those of the rows that are allowed to left out. */
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
      return row.builtIn?.is(step.want) === true ? [ofBuiltIn(row, key, step, planned)] : [];
    }
    const want = step.kind === "change" ? step.want : step.left;
    return row
      .sessionImpact(rowKey(key, step.name), step.have, want, planned)
      .map((impact) => ({ ...impact, part: step.name }));
  });
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
