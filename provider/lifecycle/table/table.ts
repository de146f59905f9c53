import type { OntapClient } from "../../rest";
import type { Failure } from "../../schema/failure";
import { asObject, type PropertyMap, textAt, withoutNulls } from "../../schema/property-map";
import type { Properties } from "../../spec/property";
import type { ResourceDeclaration } from "../../spec/resource";
import type { CommonInputs, ResourceDefinition, Run } from "../definition";
import { guard as lookNow } from "../guard";
import { plannedOn } from "../planned";
import { objectSubject } from "../subjects";
import { uuidOfSvm } from "../svm-names";
import { CarryOut } from "./carry-out";
import { firstOf, normalisedRows, rowFailures, tooManyRows } from "./checks";
import { adoptedRows, existingRows, refuseStrangers } from "./existing";
import { impactsOf } from "./impacts";
import { counted, listed } from "./names";
import { asSingle, rowKey, rowOf, type TableInputs, type TableShape, valuesOf } from "./shape";
import { stepsBetween, unlistedRows } from "./steps";
import { canonicalName, completedTable, listedOn, type TableWire, tableOn, tablesOf } from "./table-wire";

/** What a table's own file says of it; `resource` makes a resource of what follows from that. */
export interface TableDeclaration<Inputs extends TableInputs, Row extends CommonInputs, RowWire>
  extends Pick<
    ResourceDeclaration<Inputs, TableWire<RowWire>>,
    "type" | "noun" | "doc" | "deletion" | "example" | "outputs" | "title" | "rules"
  > {
  /** What a row is as a resource of its own. */
  readonly row: ResourceDefinition<Row, RowWire>;
  /** What is wrong with the arguments of such a resource, beyond what is declared of each. */
  rowRules(news: PropertyMap, recorded: PropertyMap): readonly Failure[];
  /** The argument that holds the rows. */
  readonly property: string;
  /** What a row has, as it is declared. */
  readonly rowProperties: Properties;
  rowsIn(inputs: Inputs): Readonly<Record<string, object>>;
  /** What the removal of a whole table means for those whom its rows were for, as a clause. */
  removalNote(have: Inputs, left: Inputs | undefined): string;
  resource(
    declaration: ResourceDeclaration<Inputs, TableWire<RowWire>>,
  ): ResourceDefinition<Inputs, TableWire<RowWire>>;
}

/**
 * A kind that is many objects of one SVM in one resource. Whatever holds for one of them holds for a row: its rules and
 * notations, its guard, its adoption, its requests are those of `row`.
 */
export function table<Inputs extends TableInputs, Row extends CommonInputs, RowWire>(
  declared: TableDeclaration<Inputs, Row, RowWire>,
): ResourceDefinition<Inputs, TableWire<RowWire>> {
  const { row, property, rowProperties, rowsIn, title } = declared;
  const namedBy = row.namedBy?.property ?? "";
  const rules = { property, namedBy, rowProperties, failures: declared.rowRules, normalised: row.normalised };
  const shape: TableShape<Inputs, Row, RowWire> = {
    row,
    property,
    namedBy,
    rowProperties,
    rowsIn,
    withRows: (inputs, rows) => definition.inputs({ ...asObject(inputs), [property]: rows }),
  };
  const names = (inputs: Inputs) => Object.keys(rowsIn(inputs));
  const builtInOf = (inputs: Inputs): Row | undefined => {
    const name = row.builtIn?.name;
    const values = name === undefined ? undefined : rowsIn(inputs)[name];
    return name === undefined || values === undefined ? undefined : rowOf(shape, inputs, name, values);
  };

  const made: ResourceDefinition<Inputs, TableWire<RowWire>> = declared.resource({
    ...declared,
    gone: row.gone,
    exists: row.exists,
    ...(row.needs === undefined ? {} : { needs: row.needs }),
    rules: (news, recorded) => [...declared.rules(news, recorded), ...rowFailures(rules, news, recorded)],
    notation: (_compacted, news, recorded) => ({ [property]: normalisedRows(rules, news, recorded) }),
    probe: row.probe,
    get: (ontap, key) => tableOn(row, ontap, key),
    list: async (ontap, extent) => tablesOf(row, await row.list(ontap, extent)),
    async locate(ontap, want) {
      if (want.adopt === true) {
        return listedOn(row, ontap, want.svm);
      }
      // Of what is there only the row that ONTAP made itself may be changed without having been adopted.
      const builtIn = builtInOf(want);
      const wire = builtIn && (await row.locate(ontap, builtIn));
      return wire && tablesOf(row, [wire])[0];
    },
    async create(ontap, want) {
      const { name = "", uuid } = want.svm;
      // The first row's answer tells the UUID; without rows nothing else does.
      const known = uuid ?? (names(want).length === 0 ? await uuidOfSvm(ontap, name) : "");
      return { svm: { name, uuid: known }, rows: new Map() };
    },
    posted: (inputs) => shape.withRows(inputs, {}),
    changes(key, have, want, svmName, notes) {
      const steps = stepsBetween(shape, key, have, want, svmName, notes);
      const operation = `change ${title(want)}`;
      const lookAgain = (ontap: OntapClient, { context }: Run, rest: typeof steps) => {
        const planned = plannedOn(context.memory, ontap, key);
        return lookNow(ontap, operation, impactsOf(shape, key, rest, want.forceDisconnect, planned));
      };
      const change = { title: title(want), operation, key, svmName, have, want, steps, lookAgain };
      const carryOut = (ontap: OntapClient, run: Run) => new CarryOut(shape, change, ontap, run).toEnd();
      return steps.length === 0 ? [] : [{ carryOut }];
    },
    async remove(ontap, key, have, { left, run, guard, goesWithAnother }) {
      await guard(have);
      const steps = stepsBetween(shape, key, left ?? { ...have, onRemove: "delete" }, undefined, "");
      const operation = `delete ${title(have)}`;
      const lookAgain = () => guard(have);
      const change = {
        title: title(have),
        operation,
        key,
        svmName: "",
        have,
        want: undefined,
        steps,
        goesWithAnother,
        lookAgain,
      };
      const { failure } = await new CarryOut(shape, change, ontap, run).toEnd();
      if (failure !== undefined) {
        throw failure;
      }
    },
    isExclusive: () => true,
    ...(row.builtIn === undefined
      ? {}
      : {
          builtIn: {
            name: row.builtIn.name,
            is: (inputs) => builtInOf(inputs) !== undefined,
            isPristine: () => false,
            describe: (inputs) => {
              const own = builtInOf(inputs);
              return own === undefined ? "" : (row.builtIn?.describe(own) ?? "");
            },
          },
        }),
    sessionImpact(key, have, want, planned, notes) {
      const steps = stepsBetween(shape, key, have, want, "", notes);
      return impactsOf(shape, key, steps, (want ?? have).forceDisconnect, planned);
    },
    access: (inputs) => ({ admits: `${counted(names(inputs).length)} rows`, isOpen: true }),
    widensAccess(have, want) {
      const steps = stepsBetween(shape, { svmUuid: "" }, have, want, "");
      const widened = steps.flatMap((step) => {
        const why = step.kind === "change" ? row.widensAccess(step.have, step.want) : undefined;
        return why === undefined ? [] : [`${step.name}: ${why}`];
      });
      const going = steps.filter((step) => step.kind === "remove" && step.left === undefined).map(({ name }) => name);
      const notes = [
        ...(widened.length === 0 ? [] : [listed(widened)]),
        ...(going.length === 0 ? [] : [`removes ${listed(going)}: ${declared.removalNote(have, undefined)}`]),
      ];
      return notes.length === 0 ? undefined : notes.join("; ");
    },
    leaves(have) {
      const left = Object.entries(rowsIn(have)).map(([name, values]) => {
        const single = row.leaves?.(rowOf(shape, have, name, values));
        return [name, single === undefined ? values : valuesOf(shape, single)] as const;
      });
      return have.onRemove === "deny" ? shape.withRows(have, Object.fromEntries(left)) : undefined;
    },
    deletionNote: (have, { left }) => declared.removalNote(have, left),
    rows: {
      of: { type: row.type, property, namedBy },
      unreadable: (recorded, inputs) => {
        const read = rowsIn(inputs);
        return Object.keys(asObject(asObject(recorded)?.[property]) ?? {}).filter((name) => !Object.hasOwn(read, name));
      },
      single: (inputs, { name, values }) => withoutNulls(asSingle(namedBy, inputs, name, values)),
      rowOf: (single) => ({ name: textAt(single, namedBy) ?? "", values: valuesOf(shape, single) }),
      subjects: (ontap, key, inputs) => names(inputs).map((name) => objectSubject(row, ontap, rowKey(key, name))),
      plan(memory, svm, key, have, want, notes) {
        const steps = stepsBetween(shape, key, have, want, "", notes);
        const deciding = steps.find(({ name }) => name === row.builtIn?.name)?.name;
        for (const step of steps) {
          const isUnlisted = step.kind === "remove" && Object.hasOwn(notes?.unlisted ?? {}, step.name);
          const change = {
            key: rowKey(key, step.name),
            want: step.kind === "remove" ? step.left : step.want,
            ...(isUnlisted ? { claimedBy: title(have) } : {}),
            ...(step.kind === "create" && deciding !== undefined ? { precedes: deciding } : {}),
          };
          memory.planned(row).plan(svm, row.id(change.key), change);
        }
      },
      settle(memory, svm, key, inputs) {
        for (const name of names(inputs)) {
          memory.planned(row).settle(svm, row.id(rowKey(key, name)));
        }
      },
      completed: (ontap, wire, recorded) => completedTable(row, ontap, wire, names(recorded)),
      withUnlisted(inputs, wire) {
        const strangers = unlistedRows(shape, inputs, wire.rows);
        return Object.keys(strangers).length === 0
          ? inputs
          : shape.withRows(inputs, { ...rowsIn(inputs), ...strangers });
      },
      own(shown, { unlisted = {} }) {
        const rows = Object.entries(rowsIn(shown)).filter(([name]) => !Object.hasOwn(unlisted, name));
        return Object.keys(unlisted).length === 0 ? shown : shape.withRows(shown, Object.fromEntries(rows));
      },
      notes(inputs, shown, before) {
        const own = new Set(names(inputs));
        const unlisted = Object.entries(rowsIn(shown)).filter(([name]) => !own.has(name));
        return {
          ...(unlisted.length === 0 ? {} : { unlisted: Object.fromEntries(unlisted) }),
          ...(before?.unconfirmed === undefined ? {} : { unconfirmed: before.unconfirmed }),
        };
      },
      existing: (context, want, news) =>
        existingRows(shape, context, want, Object.keys(asObject(asObject(news)?.[property]) ?? {})),
      async adopted(ontap, key, have, want, notes) {
        const steps = want.adopt === true ? stepsBetween(shape, key, have, want, "", notes) : [];
        const added = steps.filter(({ kind }) => kind === "create").map(({ name }) => name);
        return added.length === 0 ? undefined : adoptedRows(row, ontap, key, added);
      },
      refuseStrangers: (ontap, want) => refuseStrangers(shape, ontap, want, title(want)),
    },
  });
  const definition: typeof made = {
    ...made,
    failures(news, recorded) {
      const tooMany = tooManyRows(rules, news);
      return tooMany === undefined ? firstOf(made.failures(news, recorded), property) : [tooMany];
    },
    observed: (wire, recorded) => shape.withRows(made.observed(wire, recorded), observedRows(shape, wire, recorded)),
  };
  return definition;
}

/** The rows as they stand, in the recorded notation; of a table that is in no state every row that ONTAP did not make. */
function observedRows<Inputs extends TableInputs, Row extends CommonInputs, RowWire>(
  shape: TableShape<Inputs, Row, RowWire>,
  { rows }: TableWire<RowWire>,
  recorded: Inputs | undefined,
): Readonly<Record<string, object>> {
  const { row } = shape;
  if (recorded === undefined) {
    const found = [...rows.values()].map(
      (wire) => [row.keyOf(wire).name ?? "", row.observed(wire, undefined)] as const,
    );
    const made = found.filter(([, inputs]) => row.builtIn?.isPristine(inputs) !== true);
    return Object.fromEntries(made.map(([name, inputs]) => [name, valuesOf(shape, inputs)]));
  }
  return Object.fromEntries(
    Object.entries(shape.rowsIn(recorded)).flatMap(([name, values]) => {
      const wire = rows.get(canonicalName(name));
      const seen = wire && row.observed(wire, rowOf(shape, recorded, name, values));
      return seen === undefined ? [] : [[name, valuesOf(shape, seen)] as const];
    }),
  );
}
