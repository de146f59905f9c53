import { isApiError, type OntapClient, OntapError } from "../../rest";
import { textAt } from "../../schema/property-map";
import { apply } from "../apply";
import { adoptedFrom, prerequisiteMissing } from "../built-in";
import { isOurs } from "../confirm";
import type { CommonInputs, Computed, ObjectKey, Progress, Run } from "../definition";
import { guard } from "../guard";
import { PartialFailure } from "../partial-failure";
import { plannedOn } from "../planned";
import { post } from "../post";
import { objectSubject } from "../subjects";
import { listed } from "./existing";
import { pooled } from "./pool";
import { orphansNote, type Reached, reachedInputs, reachedNotes } from "./reached";
import { Reporting } from "./reporting";
import { type RowFailure, rowsFailure } from "./row-failures";
import { rowKey, type TableInputs, type TableShape } from "./shape";
import type { Step } from "./steps";
import { canonicalName, listedOn, type TableWire } from "./table-wire";

/** A change of many rows. */
export interface RowsChange<Inputs, Row> {
  /** Which table, for messages: `the iSCSI credentials of SVM svm1`. */
  readonly title: string;
  /** What is tried with it. */
  readonly operation: string;
  readonly key: ObjectKey;
  readonly svmName: string;
  readonly have: Inputs;
  /** Undefined where the whole table goes. */
  readonly want: Inputs | undefined;
  readonly steps: ReadonlyArray<Step<Row>>;
  /** True where another object goes in this run with which ONTAP deletes all rows. */
  readonly goesWithAnother?: boolean;
}

/**
 * Carries out a change of many rows, several at a time. Rows are created and changed before the row that decides about
 * all others, and that one before rows go, so that no host is meanwhile judged by what is not meant for it; where some of
 * the former fail, it is not changed, and where it is not, no row goes. Otherwise a row that fails does not stop the
 * others, unless its trouble is not its own.
 */
export class CarryOut<Inputs extends TableInputs, Row extends CommonInputs, RowWire> {
  readonly #failures: RowFailure[] = [];
  readonly #done = new Set<string>();
  readonly #leftToOthers: string[] = [];
  readonly #unconfirmed: Set<string>;
  #isHopeless = false;
  #computed: Computed | undefined;
  #adoptedFrom: string | undefined;
  #listed: Promise<TableWire<RowWire> | undefined> | undefined;
  readonly #reporting: Reporting;

  constructor(
    readonly shape: TableShape<Inputs, Row, RowWire>,
    readonly change: RowsChange<Inputs, Row>,
    readonly ontap: OntapClient,
    readonly run: Run,
  ) {
    this.#unconfirmed = new Set(run.notes?.unconfirmed);
    this.#adoptedFrom = run.adoptedFrom;
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
    if (this.#failures.length === 0) {
      await this.#all(deciding);
    }
    if (deciding.every(({ name }) => this.#done.has(canonicalName(name)))) {
      await this.#all(steps.filter((step) => step.kind === "remove" && !isDefault(step)));
    }
    this.#tell();
    const untried = steps.length - this.#done.size - this.#failures.length;
    const end = this.#end();
    return {
      reached: reachedInputs(this.shape, end),
      done: this.#done.size,
      failure: rowsFailure({ operation, total: steps.length, failures: this.#failures, untried }),
      computed: this.#computed,
      kept: { notes: reachedNotes(this.run.notes ?? {}, end), adoptedFrom: this.#adoptedFrom },
    };
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
      await this.#send(step);
      this.#done.add(canonicalName(step.name));
      this.#unconfirmed.delete(step.name);
    } catch (error) {
      if (!(error instanceof OntapError)) {
        throw error;
      }
      if (isFirst && row.needs !== undefined && isApiError(error, row.needs.missing)) {
        throw error;
      }
      if (error instanceof PartialFailure) {
        this.#unconfirmed.add(step.name);
        this.#computed ??= computedIn(error);
      }
      this.#failures.push({ name: step.name, error });
      this.#isHopeless ||= error.code === "unreachable" || error.shared !== undefined;
    }
    this.#reporting.count();
  }

  #send(step: Step<Row>): Promise<void> {
    switch (step.kind) {
      case "create":
        return this.#create(step.name, step.want);
      case "change":
        return this.#bring(step.name, step.have, step.want);
      case "remove":
        return this.#remove(step.name, step.have, step.left);
    }
  }

  async #create(name: string, want: Row): Promise<void> {
    const { row } = this.shape;
    const isBuiltIn = row.builtIn?.is(want) === true;
    const mayBeThere = this.#unconfirmed.has(name);
    const mustLook = isBuiltIn || mayBeThere || (want.adopt === true && this.run.hasLooked !== true);
    const wire = mustLook ? await this.#found(name, want, isBuiltIn || mayBeThere) : undefined;
    if (wire !== undefined) {
      return this.#takeOver(name, want, wire, mayBeThere);
    }
    if (isBuiltIn) {
      throw prerequisiteMissing(row, `adopt ${row.title(want)}`);
    }
    const before = mustLook || this.run.hasLooked === true ? "absent" : "unseen";
    const made = await post(row, this.ontap, this.#onSvm(want), before);
    if (!made.answered && want.adopt === true) {
      // It may have been there already, unseen by the list.
      return this.#takeOver(name, want, made.wire, false);
    }
    this.#computed ??= row.computed(made.wire);
    const have = row.observed(made.wire, want);
    await this.#bring(name, made.answered ? have : row.withoutSecrets(have), want);
  }

  /** The row as it is there: of several asked for by one list, of one by itself. */
  async #found(name: string, want: Row, isLone: boolean): Promise<RowWire | undefined> {
    const { row } = this.shape;
    if (isLone || this.change.steps.filter(({ kind }) => kind === "create").length === 1) {
      return row.locate(this.ontap, this.#onSvm(want));
    }
    this.#listed ??= listedOn(row, this.ontap, this.#onSvm(want).svm);
    return (await this.#listed)?.rows.get(canonicalName(name));
  }

  /** Brings a row that is there already to what is wanted. Its passwords cannot be seen, so they are sent. */
  async #takeOver(name: string, want: Row, wire: RowWire, mayBeOurs: boolean): Promise<void> {
    const { row } = this.shape;
    const have = row.observed(wire, want);
    const isOwn = !mayBeOurs || want.adopt === true || row.builtIn?.is(want) === true;
    if (!isOwn && !isOurs(row, wire, { inputs: want, computed: {}, adoptedFrom: undefined, unconfirmed: true })) {
      throw new OntapError({
        code: "conflict",
        operation: `create ${row.title(want)}`,
        reason: "an earlier run never learned whether it created it, and what is there now is not what that run sent",
        hint: "Set adopt: true to take it over as it is.",
      });
    }
    const key = row.keyOf(wire);
    this.#computed ??= row.computed(wire);
    if (want.forceDisconnect !== true) {
      const planned = plannedOn(this.run.context.memory, this.ontap, key);
      await guard(this.ontap, `adopt ${row.title(want)} and change it`, row.sessionImpact(key, have, want, planned));
    }
    this.#adoptedFrom ??= adoptedFrom(row, have);
    await this.#bring(name, row.withoutSecrets(have), want);
  }

  async #bring(name: string, have: Row, want: Row): Promise<void> {
    const { row } = this.shape;
    const key = this.#keyOf(name);
    const changes = row.changes(key, have, want, this.change.svmName);
    const { failure } = await apply(row, this.ontap, key, have, changes, this.run);
    if (failure !== undefined) {
      throw failure;
    }
  }

  async #remove(name: string, have: Row, left: Row | undefined): Promise<void> {
    const { row } = this.shape;
    const { context, owner } = this.run;
    const key = this.#keyOf(name);
    if (this.#isOfAnother(key, have)) {
      this.#leftToOthers.push(name);
      return;
    }
    try {
      await row.remove(this.ontap, key, have, {
        adoptedFrom: this.#adoptedFrom,
        adopted: owner !== undefined,
        goesWithAnother: this.change.goesWithAnother === true,
        left,
        run: this.run,
        // The whole table was looked at before its first row is changed.
        guard: async () => undefined,
        warn: (text) => context.warn(`${row.title(have)}: ${text}`),
      });
    } catch (error) {
      if (!isApiError(error, ...row.gone)) {
        throw error;
      }
    }
    if (name === row.builtIn?.name) {
      this.#adoptedFrom = undefined;
    }
  }

  /** True where another resource of this stack manages the row, or is going to. */
  #isOfAnother(key: ObjectKey, have: Row): boolean {
    const { row, rowsIn } = this.shape;
    const { memory } = this.run.context;
    const subject = objectSubject(row, this.ontap, key);
    const isOwn = Object.hasOwn(rowsIn(this.change.have), key.name ?? "");
    const svm = { cluster: have.cluster, references: [{ uuid: key.svmUuid }, have.svm] };
    return (
      memory.hasOtherOwner(subject, this.run.owner) ||
      memory.checkedCreations.has(row, key, svm) ||
      (!isOwn && memory.isManaged(subject))
    );
  }

  /** Tells what became of rows that are no failures and not what was asked for. */
  #tell(): void {
    const { title, want } = this.change;
    const left = this.#leftToOthers;
    if (left.length > 0) {
      const rows = `${listed(left)} ${left.length === 1 ? "is" : "are"} left on the array`;
      this.run.context.warn(
        `${title}: ${rows}, since other resources of this stack manage ${left.length === 1 ? "it" : "them"}`,
      );
    }
    const wanted = new Set(Object.keys(want === undefined ? {} : this.shape.rowsIn(want)).map(canonicalName));
    const orphans = [...this.#unconfirmed].filter((name) => !wanted.has(canonicalName(name)));
    const note = orphansNote(orphans);
    if (note !== undefined) {
      this.run.context.warn(`${title}: ${note}`);
    }
    for (const name of orphans) {
      this.#unconfirmed.delete(name);
    }
  }

  #end(): Reached<Inputs> {
    const { have, want, steps } = this.change;
    return {
      have,
      want,
      done: this.#done,
      steps: new Set(steps.map(({ name }) => canonicalName(name))),
      unconfirmed: this.#unconfirmed,
      isCreation: this.run.isCreation === true,
    };
  }

  #keyOf(name: string): ObjectKey {
    return rowKey({ svmUuid: this.change.key.svmUuid || (this.#computed?.svmUuid ?? "") }, name);
  }

  /** With the UUID of the SVM, as soon as it is known: the name may mean another one meanwhile. */
  #onSvm(want: Row): Row {
    const uuid = this.change.key.svmUuid || this.#computed?.svmUuid;
    return uuid === undefined || uuid === "" ? want : { ...want, svm: { ...want.svm, uuid } };
  }
}

/** What is known of the SVM of a row that may have been created. */
function computedIn({ outputs }: PartialFailure): Computed {
  return { svmName: textAt(outputs, "svmName") ?? "", svmUuid: textAt(outputs, "svmUuid") ?? "" };
}
