import { isApiError, type OntapClient, OntapError } from "../../rest";
import { apply } from "../apply";
import { adoptedFrom, prerequisiteMissing } from "../built-in";
import { isOurs, NOT_OURS } from "../confirm";
import type { CommonInputs, Computed, ObjectKey, Run } from "../definition";
import { guard } from "../guard";
import { plannedOn } from "../planned";
import { post } from "../post";
import { objectSubject } from "../subjects";
import { sparing } from "./impacts";
import { rowKey, type TableInputs, type TableShape } from "./shape";
import type { Step } from "./steps";
import { canonicalName, rowSearch } from "./table-wire";

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
  /** Looks again at the sessions that these steps could hit. Throws `guarded` where it finds one. */
  lookAgain(ontap: OntapClient, run: Run, steps: ReadonlyArray<Step<Row>>): Promise<void>;
}

/** The requests that each row of a change takes, as if it were a resource of its own, and what they learn. */
export class RowRequests<Inputs extends TableInputs, Row extends CommonInputs, RowWire> {
  /** Rows of which nobody knows whether they were created, by the form in which names are compared. */
  readonly unconfirmed: Set<string>;
  /** Rows that were to go and that another resource manages now. */
  readonly leftToOthers: string[] = [];
  /** What ONTAP adds to the table, once a row has told it. */
  computed: Computed | undefined;
  /** What the row that ONTAP makes itself was when it was adopted. */
  adoptedFrom: string | undefined;
  readonly #found: ReturnType<typeof rowSearch<Row, RowWire>>;

  constructor(
    readonly shape: TableShape<Inputs, Row, RowWire>,
    readonly change: RowsChange<Inputs, Row>,
    readonly ontap: OntapClient,
    readonly run: Run,
  ) {
    this.unconfirmed = new Set(run.notes?.unconfirmed?.map(canonicalName));
    this.adoptedFrom = run.adoptedFrom;
    this.#found = rowSearch(shape.row, change.steps.filter(({ kind }) => kind === "create").length === 1);
  }

  /** Does what one row needs. */
  send(step: Step<Row>): Promise<void> {
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
    const mayBeThere = this.unconfirmed.has(canonicalName(name));
    const mustLook = isBuiltIn || mayBeThere || (want.adopt === true && this.run.hasLooked !== true);
    const wire = mustLook ? await this.#found(this.ontap, name, this.#onSvm(want), isBuiltIn || mayBeThere) : undefined;
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
    this.computed ??= row.computed(made.wire);
    // Until it is what is wanted, it is there and in no state.
    this.unconfirmed.add(canonicalName(name));
    const have = row.observed(made.wire, want);
    await this.#bring(name, made.answered ? have : row.withoutSecrets(have), want);
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
        reason: NOT_OURS,
        hint: "Set adopt: true to take it over as it is.",
      });
    }
    const key = row.keyOf(wire);
    this.computed ??= row.computed(wire);
    if (want.forceDisconnect !== true) {
      const planned = plannedOn(this.run.context.memory, this.ontap, key);
      const impacts = row.sessionImpact(key, have, want, planned);
      const force = this.change.want?.forceDisconnect;
      await guard(
        this.ontap,
        `adopt ${row.title(want)} and change it`,
        impacts.map((impact) => sparing(impact, force)),
      );
    }
    this.adoptedFrom ??= adoptedFrom(row, have);
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
      this.leftToOthers.push(name);
      return;
    }
    try {
      await row.remove(this.ontap, key, have, {
        adoptedFrom: this.adoptedFrom,
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
      this.adoptedFrom = undefined;
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

  #keyOf(name: string): ObjectKey {
    return rowKey({ svmUuid: this.change.key.svmUuid || (this.computed?.svmUuid ?? "") }, name);
  }

  /** With the UUID of the SVM, as soon as it is known: the name may mean another one meanwhile. */
  #onSvm(want: Row): Row {
    const uuid = this.change.key.svmUuid || this.computed?.svmUuid;
    return uuid === undefined || uuid === "" ? want : { ...want, svm: { ...want.svm, uuid } };
  }
}
