import { Deployment, type RunResult } from "../deployment";
import { content } from "../invariants/content";
import { foreignObjects } from "../invariants/foreign-objects";
import { guard } from "../invariants/guard";
import { identity, takesNothingOver } from "../invariants/identity";
import { secondPreviewIsEmpty, writesNothing } from "../invariants/quiet";
import { refusals } from "../invariants/refusals";
import { unneeded } from "../invariants/unneeded";
import { learnFromRun } from "../learn";
import type { RunRecord } from "../run-record";
import type { Fault } from "../simulated-array";
import type { Stack } from "../stack";
import type { Goal } from "../stack-state";
import type { World } from "../world";
import { Command } from "./command";

export interface UpOptions {
  readonly stack: "A" | "B";
  /** Whether a preview, in a process of its own, comes first. */
  readonly hasPreview: boolean;
  /** @see DeploymentOptions.isAhead */
  readonly isAhead: boolean;
  /** Resources to which the run is confined, by their place among the program's. */
  readonly targets: readonly number[];
  /** Whether `ONTAP_FORCE_DISCONNECT` names all that is removed. */
  readonly isForced: boolean;
  readonly fault: Fault | undefined;
}

const INVARIANTS: ReadonlyArray<(record: RunRecord) => void> = [
  foreignObjects,
  guard,
  takesNothingOver,
  identity,
  content,
  refusals,
  unneeded,
];

/** `pulumi up`. */
export class Up extends Command {
  constructor(private readonly options: UpOptions) {
    super();
  }

  check(world: Readonly<World>): boolean {
    const stack = world.stack(this.options.stack);
    const goals = stack.goals();
    const targets = targetsOf(stack, goals, this.options.targets);
    // The SDK refuses two resources that mean the same object.
    const areApart = [undefined, targets].every((confined) => {
      const ids = goals.flatMap(({ name }) => stack.meantIds(world.present.svms, name, confined));
      return new Set(ids).size === ids.length;
    });
    return (
      (goals.length > 0 || stack.state.size > 0) &&
      areApart &&
      goals.every((goal) => hasService(world, stack, goals, goal))
    );
  }

  protected async act(world: World): Promise<void> {
    const { array, front, present: before } = world;
    const { stack: letter, hasPreview, isAhead, isForced, fault } = this.options;
    const stack = world.stack(letter);
    const goals = stack.goals();
    const entries = new Map(stack.state);
    const targets = targetsOf(stack, goals, this.options.targets);
    const gone = [...entries.values()].filter(({ name }) => !goals.some((goal) => goal.name === name));
    const forced = isForced ? gone.map(({ id }) => id) : [];
    const env = forced.length === 0 ? {} : { ONTAP_FORCE_DISCONNECT: forced.join(",") };
    this.shown = [
      `${letter}: pulumi up`,
      ...(hasPreview ? [] : ["--skip-preview"]),
      ...(targets === undefined ? [] : [...targets].map((name) => `-t ${name}`)),
      ...(isAhead ? ["(writes late)"] : []),
      ...Object.entries(env).map(([name, value]) => `with ${name}=${value}`),
      ...(fault === undefined ? [] : [`with ${fault.kind} at ${fault.method} ${fault.nth}, ${fault.times} times`]),
    ].join(" ");
    const meant = new Map(goals.map(({ name }) => [name, stack.meantIds(before.svms, name, targets)]));
    const deploy = (isPreview: boolean): Promise<RunResult> =>
      new Deployment(front, stack.state, { isPreview, isAhead, targets, retained: stack.retained }).run(goals);

    await array.takeRequests();
    let result: RunResult = { steps: [], error: undefined };
    if (hasPreview) {
      await front.begin(env);
      result = await deploy(true);
      writesNothing("preview", await array.takeRequests(), before, await array.state());
    }
    if (result.error === undefined) {
      await front.begin(env);
      if (fault !== undefined) {
        await array.setFault(fault);
      }
      result = await deploy(false);
      await array.clearFaults();
    }
    await world.look();
    const after = world.present;
    const requests = await array.takeRequests();
    this.shown += result.error === undefined ? "" : ` -> error: ${result.error.split("\n", 1).join("")}`;
    const record = { stack, goals, meant, entries, before, after, requests, result, targets, forced, fault };
    for (const invariant of INVARIANTS) {
      invariant(record);
    }
    learnFromRun(record);
    if (result.error === undefined && targets === undefined) {
      await front.begin({});
      const again = await deploy(true);
      secondPreviewIsEmpty(letter, again, await array.takeRequests());
    }
  }
}

/** A row that is created waits for a service, seconds of a run that can only fail. */
function hasService({ present }: Readonly<World>, stack: Stack, goals: readonly Goal[], { name, kind }: Goal): boolean {
  return (
    kind === "IscsiService" ||
    stack.meantIds(present.svms, name).every((id) => {
      const svm = id.replace(/\/.*/, "");
      const isComing = goals.some(
        (goal) =>
          goal.kind === "IscsiService" &&
          !stack.state.has(goal.name) &&
          stack.meantIds(present.svms, goal.name).includes(svm),
      );
      return present.services.has(svm) || isComing;
    })
  );
}

/** What a target needs and is not there yet is a target, too. */
function targetsOf(stack: Stack, goals: readonly Goal[], places: readonly number[]): ReadonlySet<string> | undefined {
  const chosen = places.flatMap((place) => goals[place % goals.length] ?? []);
  if (chosen.length === 0) {
    return undefined;
  }
  const needed = chosen.flatMap(({ follows }) => (follows === undefined || stack.state.has(follows) ? [] : [follows]));
  return new Set([...chosen.map(({ name }) => name), ...needed]);
}
