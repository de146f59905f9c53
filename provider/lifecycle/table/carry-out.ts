import { isApiError, type OntapClient, OntapError } from "../../rest";
import { textAt } from "../../schema/property-map";
import type { CommonInputs, Computed, Progress, Run } from "../definition";
import { PartialFailure } from "../partial-failure";
import { LOOK_HOLDS_MS } from "../permits";
import { listed } from "./names";
import { pooled } from "./pool";
import { orphansNote, type Reached, reachedInputs, reachedNotes } from "./reached";
import { Reporting } from "./reporting";
import { type RowFailure, rowsFailure } from "./row-failures";
import { RowRequests, type RowsChange } from "./row-requests";
import type { TableInputs, TableShape } from "./shape";
import type { Step } from "./steps";
import { canonicalName } from "./table-wire";

/**
 * Carries out a change of many rows, several at a time. Rows are created and changed before the row that decides about
 * all others, and that one before rows go, so that no host is meanwhile judged by what is not meant for it; where some of
 * the former fail, it is not changed, and where it is not, no row goes. Otherwise a row that fails does not stop the
 * others, unless its trouble is not its own.
 */
export class CarryOut<Inputs extends TableInputs, Row extends CommonInputs, RowWire> {
  readonly #failures: RowFailure[] = [];
  readonly #done = new Set<string>();
  #lookedAt = performance.now();
  #isHopeless = false;
  readonly #requests: RowRequests<Inputs, Row, RowWire>;
  readonly #reporting: Reporting;

  constructor(
    readonly shape: TableShape<Inputs, Row, RowWire>,
    readonly change: RowsChange<Inputs, Row>,
    readonly ontap: OntapClient,
    readonly run: Run,
  ) {
    this.#requests = new RowRequests(shape, change, ontap, run);
    this.#reporting = new Reporting(change.title, change.steps.length, (line) => run.context.note(line));
  }

  /** Does it, and says how far it came. Throws what the first row meets where its prerequisite is missing. */
  async toEnd(): Promise<Progress<Inputs>> {
    const { steps, operation } = this.change;
    const builtIn = this.shape.row.builtIn?.name;
    const isDefault = ({ name }: Step<Row>) => name === builtIn;
    const [first, ...creations] = steps.filter((step) => step.kind === "create" && !isDefault(step));
    if (first !== undefined) {
      // Alone, so that what stands in the way of all of them is met once, and waited for by who created nothing yet.
      await this.#carryOut(first, true);
    }
    await this.#all(creations);
    await this.#all(steps.filter((step) => step.kind === "change" && !isDefault(step)));
    const deciding = steps.filter(isDefault);
    const removals = steps.filter((step) => step.kind === "remove" && !isDefault(step));
    if (this.#failures.length === 0 && (await this.#mayGoOn([...deciding, ...removals]))) {
      await this.#all(deciding);
    }
    if (deciding.every(({ name }) => this.#done.has(canonicalName(name))) && (await this.#mayGoOn(removals))) {
      await this.#all(removals);
    }
    this.#tell();
    const untried = steps.length - this.#done.size - this.#failures.length;
    const end = this.#end();
    const reached = reachedInputs(this.shape, end);
    return {
      reached,
      done: this.#done.size,
      failure: rowsFailure({ operation, total: steps.length, failures: this.#failures, untried }),
      computed: this.#requests.computed,
      kept: { notes: reachedNotes(this.run.notes ?? {}, end), adoptedFrom: this.#adoptedFrom(reached) },
    };
  }

  /** True where a look at the sessions is recent enough for what still could hit them, or is taken again. */
  async #mayGoOn(steps: ReadonlyArray<Step<Row>>): Promise<boolean> {
    const [first] = steps;
    if (first === undefined || performance.now() - this.#lookedAt < LOOK_HOLDS_MS) {
      return true;
    }
    try {
      await this.change.lookAgain(this.ontap, this.run, steps);
      this.#lookedAt = performance.now();
      return true;
    } catch (error) {
      if (!(error instanceof OntapError)) {
        throw error;
      }
      this.#failures.push({ name: first.name, error });
      return false;
    }
  }

  /** What the row that ONTAP makes itself was before, as long as the table has it, or may have changed it. */
  #adoptedFrom(reached: Inputs): string | undefined {
    const builtIn = this.shape.row.builtIn?.name ?? "";
    const isOurs = Object.hasOwn(this.shape.rowsIn(reached), builtIn);
    const mayBeOurs = this.#failures.some(({ name, error }) => name === builtIn && error.code === "uncertain");
    return isOurs || mayBeOurs ? this.#requests.adoptedFrom : undefined;
  }

  #all(steps: ReadonlyArray<Step<Row>>): Promise<void> {
    return pooled(
      steps,
      (step) => this.#carryOut(step, false),
      () => this.#isHopeless,
    );
  }

  async #carryOut(step: Step<Row>, isFirst: boolean): Promise<void> {
    const { row } = this.shape;
    try {
      await this.#requests.send(step);
      this.#done.add(canonicalName(step.name));
      this.#requests.unconfirmed.delete(canonicalName(step.name));
    } catch (error) {
      if (!(error instanceof OntapError)) {
        throw error;
      }
      if (isFirst && row.needs !== undefined && isApiError(error, row.needs.missing)) {
        throw error;
      }
      if (error instanceof PartialFailure) {
        this.#requests.unconfirmed.add(canonicalName(step.name));
        this.#requests.computed ??= computedIn(error);
      }
      this.#failures.push({ name: step.name, error });
      this.#isHopeless ||= error.code === "unreachable" || error.shared !== undefined;
    }
    this.#reporting.count();
  }

  /** Tells what became of rows that are no failures and not what was asked for. */
  #tell(): void {
    const { title, want } = this.change;
    const left = this.#requests.leftToOthers;
    if (left.length > 0) {
      const rows = `${listed(left)} ${left.length === 1 ? "is" : "are"} left on the array`;
      this.run.context.warn(
        `${title}: ${rows}, since other resources of this stack manage ${left.length === 1 ? "it" : "them"}`,
      );
    }
    const wanted = new Set(Object.keys(want === undefined ? {} : this.shape.rowsIn(want)).map(canonicalName));
    const orphans = [...this.#requests.unconfirmed].filter((name) => !wanted.has(canonicalName(name)));
    const note = orphansNote(orphans);
    if (note !== undefined) {
      this.run.context.warn(`${title}: ${note}`);
    }
    for (const name of orphans) {
      this.#requests.unconfirmed.delete(name);
    }
  }

  #end(): Reached<Inputs> {
    const { have, want, steps } = this.change;
    return {
      have,
      want,
      done: this.#done,
      steps: new Set(steps.map(({ name }) => canonicalName(name))),
      unconfirmed: this.#requests.unconfirmed,
      isCreation: this.run.isCreation === true,
    };
  }
}

/** What is known of the SVM of a row that may have been created. */
function computedIn({ outputs }: PartialFailure): Computed {
  return { svmName: textAt(outputs, "svmName") ?? "", svmUuid: textAt(outputs, "svmUuid") ?? "" };
}
