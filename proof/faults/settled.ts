import { EngineOrder } from "../support/engine-order";
import type { FaultCase, Played } from "./case";
import { comparable, isRecordedAlike } from "./judge";
import type { Stage } from "./stage";

/**
 * What a refresh and a preview still find once a case has ended; nothing where all is recorded as it is. Neither is run
 * where the state is what it is without faults.
 */
export async function unsettled(
  stage: Stage,
  { reference: { operation, end } }: FaultCase,
  { runs }: Played,
): Promise<readonly string[]> {
  const state = runs.at(-1)?.state ?? new Map();
  if (isRecordedAlike(state, end.state)) {
    return [];
  }
  const engine = new EngineOrder(state);
  await stage.inRun((run) => engine.refresh(run));
  const drift = isRecordedAlike(engine.state, state)
    ? []
    : [`a refresh changes ${JSON.stringify(comparable(state))} to ${JSON.stringify(comparable(engine.state))}`];
  const { command } = operation;
  if (command.kind !== "up") {
    return [`the state is ${JSON.stringify(comparable(state))}`, ...drift];
  }
  const program = command.program.map((declared) => {
    const adopt = state.get(declared.name)?.inputs.adopt;
    return adopt === true ? { ...declared, args: { ...declared.args, adopt } } : declared;
  });
  const planned = await stage.inRun((run) => engine.preview(run, program));
  return [...drift, ...planned.map((name) => `a preview plans to change ${name}`)];
}
