import { isDeepStrictEqual } from "node:util";
import type { Bag } from "../../test/engine/bag";
import { HostError } from "../../test/engine/host-error";
import type { Front } from "../support/provider-front";
import type { Entry, Goal, StackState } from "./stack-state";

/** What the engine sends for a value that a preview does not know yet. */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What becomes of a resource in a run. */
export type Operation = "create" | "update" | "replace" | "delete" | "same" | "forget" | "untouched";

export interface Step {
  readonly name: string;
  readonly operation: Operation;
  /** False where it failed, or was only planned. */
  readonly isDone: boolean;
}

/** How a run ended. */
export interface RunResult {
  readonly steps: readonly Step[];
  /** Message of the error that ended it. */
  readonly error: string | undefined;
}

export interface DeploymentOptions {
  /** A preview: nothing is carried out. */
  readonly isPreview: boolean;
  /** Steps are carried out only when a later resource needs what they give, as where the array is slow. */
  readonly isAhead: boolean;
  /** Names to which the run is confined. */
  readonly targets: ReadonlySet<string> | undefined;
  /** Names whose removal leaves the object as it is. */
  readonly retained: ReadonlySet<string>;
}

/**
 * A preview or the update of `pulumi up`, with the calls that the engine makes and in its order, one after the other:
 * check, diff, of a replacement a second check and what depends on it, and the deletions last.
 */
export class Deployment {
  readonly #steps: Step[] = [];
  readonly #queue: { readonly name: string; readonly work: () => Promise<void> }[] = [];
  /** Deleted by this run before what depends on it was registered. */
  readonly #condemned = new Set<string>();
  readonly #planned = new Map<string, { readonly operation: Operation; readonly inputs: Bag }>();

  constructor(
    private readonly front: Front,
    private readonly state: StackState,
    private readonly options: DeploymentOptions,
  ) {}

  async run(goals: readonly Goal[]): Promise<RunResult> {
    try {
      for (const goal of goals) {
        if (goal.follows !== undefined && this.#queue.some(({ name }) => name === goal.follows)) {
          await this.#flush();
        }
        await this.#register(goal);
      }
      await this.#flush();
      await this.#deleteRest(goals);
    } catch (error) {
      if (error instanceof HostError || error instanceof CheckFailure) {
        return { steps: this.#steps, error: error.message };
      }
      throw error;
    }
    return { steps: this.#steps, error: undefined };
  }

  async #register(goal: Goal): Promise<void> {
    const { name } = goal;
    const old = this.state.get(name);
    if (this.options.targets?.has(name) === false) {
      this.#note(name, "untouched");
      if (old !== undefined) {
        this.#planned.set(name, { operation: "same", inputs: old.inputs });
      }
      return;
    }
    const args = this.#argsOf(goal);
    if (old === undefined || this.#condemned.has(name)) {
      const inputs = await this.#check(goal, {}, args);
      await this.#plan(goal, old === undefined ? "create" : "replace", inputs, () => this.#create(goal, inputs));
      return;
    }
    const inputs = await this.#check(goal, old.inputs, args);
    const { host } = this.front;
    const diff = await host.diff(goal.kind, old.id, this.#sent(goal, old.outputs), this.#sent(goal, inputs));
    const changes = diff.changes ?? !isDeepStrictEqual(old.inputs, inputs);
    if (old.isPendingReplacement || (changes && diff.replaces.length > 0)) {
      await this.#replace(goal, old, await this.#check(goal, {}, args));
    } else if (changes || old.initErrors.length > 0) {
      await this.#plan(goal, "update", inputs, () => this.#update(goal, old, inputs));
    } else {
      this.#planned.set(name, { operation: "same", inputs });
      this.#note(name, "same");
      if (!this.options.isPreview) {
        this.state.set(name, { ...old, inputs, follows: goal.follows });
      }
    }
  }

  /** The engine deletes first what depends on it and would be replaced by what it does not know yet. */
  async #replace(goal: Goal, old: Entry, inputs: Bag): Promise<void> {
    const dependents: Entry[] = [];
    for (const entry of this.state.values()) {
      if (entry.follows === goal.name && !this.#planned.has(entry.name) && !this.#condemned.has(entry.name)) {
        const { changes = true, replaces } = await this.front.host.diff(
          entry.kind,
          entry.id,
          this.#sent(entry, entry.outputs),
          this.#sent(entry, { ...entry.inputs, svm: UNKNOWN }),
        );
        if (changes && replaces.length > 0) {
          dependents.push(entry);
        }
      }
    }
    for (const { name } of dependents) {
      this.#condemned.add(name);
    }
    await this.#plan(goal, "replace", inputs, async () => {
      for (const entry of [...dependents.reverse(), old]) {
        if (!entry.isPendingReplacement) {
          await this.#delete(entry);
          this.state.set(entry.name, { ...entry, isPendingReplacement: true });
        }
      }
      await this.#create(goal, inputs);
    });
  }

  async #plan(goal: Goal, operation: Operation, inputs: Bag, work: () => Promise<void>): Promise<void> {
    const { name } = goal;
    this.#planned.set(name, { operation, inputs });
    if (this.options.isPreview) {
      this.#note(name, operation, false);
      return;
    }
    this.#queue.push({
      name,
      work: async () => {
        const place = this.#steps.push({ name, operation, isDone: false }) - 1;
        await work();
        this.#steps[place] = { name, operation, isDone: true };
      },
    });
    if (!this.options.isAhead) {
      await this.#flush();
    }
  }

  async #flush(): Promise<void> {
    for (const { work } of this.#queue.splice(0)) {
      await work();
    }
  }

  async #create({ name, kind, follows }: Goal, inputs: Bag): Promise<void> {
    const entry = { name, kind, follows, inputs, isPendingReplacement: false };
    try {
      const { id, properties } = await this.front.host.create(kind, this.#sent({ kind }, inputs));
      this.state.set(name, { ...entry, id, outputs: properties, initErrors: [] });
    } catch (error) {
      if (error instanceof HostError && error.initFailure !== undefined) {
        const { id, properties, reasons } = error.initFailure;
        this.state.set(name, { ...entry, id, outputs: withoutText(properties), initErrors: reasons });
      }
      throw error;
    }
  }

  async #update({ name, kind, follows }: Goal, old: Entry, inputs: Bag): Promise<void> {
    const entry = { ...old, follows, inputs };
    try {
      const outputs = await this.front.host.update(
        kind,
        old.id,
        this.#sent(old, old.outputs),
        this.#sent({ kind }, inputs),
      );
      this.state.set(name, { ...entry, outputs, initErrors: [] });
    } catch (error) {
      if (error instanceof HostError && error.initFailure !== undefined) {
        const { properties, reasons } = error.initFailure;
        this.state.set(name, { ...entry, outputs: withoutText(properties), initErrors: reasons });
      }
      throw error;
    }
  }

  async #delete(entry: Entry): Promise<void> {
    await this.front.host.delete(entry.kind, entry.id, this.#sent(entry, entry.outputs));
  }

  /** What the program no longer has, credentials before services. */
  async #deleteRest(goals: readonly Goal[]): Promise<void> {
    const { isPreview, targets, retained } = this.options;
    const rest = [...this.state.values()].filter(
      ({ name }) => !goals.some((goal) => goal.name === name) && targets?.has(name) !== false,
    );
    for (const entry of rest.sort((a, b) => a.kind.localeCompare(b.kind))) {
      const isForgotten = retained.has(entry.name) || entry.isPendingReplacement;
      const operation = isForgotten ? "forget" : "delete";
      if (!isPreview) {
        const place = this.#steps.push({ name: entry.name, operation, isDone: false }) - 1;
        if (!isForgotten) {
          await this.#delete(entry);
        }
        this.state.delete(entry.name);
        this.#steps[place] = { name: entry.name, operation, isDone: true };
      } else {
        this.#note(entry.name, operation, false);
      }
    }
  }

  async #check(goal: Goal, olds: Bag, args: Bag): Promise<Bag> {
    const { inputs, failures } = await this.front.host.check(goal.kind, this.#sent(goal, olds), this.#sent(goal, args));
    if (failures.length > 0) {
      throw new CheckFailure(failures.map(({ property, reason }) => `${property}: ${reason}`).join("\n"));
    }
    return withoutText(inputs);
  }

  /** The arguments as the program's SDK computes them from what the engine answered about the service. */
  #argsOf({ args, follows }: Goal): Bag {
    if (follows === undefined) {
      return args;
    }
    const service = this.state.get(follows);
    const planned = this.#planned.get(follows);
    const isPending = this.options.isPreview && planned?.operation !== "same";
    const recorded = isPending ? planned?.inputs.svm : service?.outputs.svm;
    if (isDeepStrictEqual(recorded, args.svm)) {
      return args;
    }
    return { ...args, svm: isPending ? UNKNOWN : { uuid: service?.outputs.svmUuid } };
  }

  #sent({ kind }: Pick<Goal, "kind">, bag: Bag): Bag {
    return this.front.sent(kind, bag);
  }

  #note(name: string, operation: Operation, isDone = true): void {
    this.#steps.push({ name, operation, isDone });
  }
}

class CheckFailure extends Error {
  override readonly name = "CheckFailure";
}

/** What the dynamic host adds, or an error of it hands on. */
function withoutText({ __provider, ...bag }: Bag): Bag {
  return bag;
}
