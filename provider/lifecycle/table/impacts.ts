import type { CommonInputs, ObjectKey } from "../definition";
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
    if (step.kind === "create" || isForced(force, step.name)) {
      return [];
    }
    const want = step.kind === "change" ? step.want : step.left;
    return row
      .sessionImpact(rowKey(key, step.name), step.have, want, planned)
      .map((impact) => ({ ...impact, part: step.name }));
  });
}
