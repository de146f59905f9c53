import { dotted, type Failure } from "../../schema/failure";
import { asObject, deepEqual, type PropertyMap } from "../../schema/property-map";
import { isUnknown } from "../../schema/unknown";
import type { Properties } from "../../spec/property";
import { counted, MOST_NAMED } from "./names";
import { asSingle, valuesOf } from "./shape";
import { canonicalName } from "./table-wire";

/** Most rows of a table. */
export const MOST_ROWS = 20_000;

/** What of a row's own resource judges and writes its arguments. */
export interface RowRules {
  /** The argument of the table that holds the rows. */
  readonly property: string;
  /** The argument of a resource of its own that holds a row's name. */
  readonly namedBy: string;
  /** What a row has, as it is declared. */
  readonly rowProperties: Properties;
  failures(news: PropertyMap, recorded: PropertyMap): readonly Failure[];
  normalised(news: PropertyMap, recorded: PropertyMap): PropertyMap;
}

/** What is wrong where there are too many rows, whatever is in them; undefined where there are not. */
export function tooManyRows({ property }: Pick<RowRules, "property">, news: PropertyMap): Failure | undefined {
  const count = Object.keys(asObject(news[property]) ?? {}).length;
  const reason = `${property} has ${counted(count)} rows; a table takes at most ${counted(MOST_ROWS)}`;
  return count > MOST_ROWS ? { property: dotted([property, "*"]), reason } : undefined;
}

/** The first failures of many, and how many more there are. */
export function firstOf(failures: readonly Failure[], property: string): readonly Failure[] {
  const more = failures.length - MOST_NAMED;
  return more <= 0
    ? failures
    : [
        ...failures.slice(0, MOST_NAMED),
        { property: dotted([property, "*"]), reason: `${counted(more)} more things are wrong with other rows` },
      ];
}

/** What is wrong with the rows beyond their structure: what the rules of a row say, each under the row's name. */
export function rowFailures(rules: RowRules, news: PropertyMap, recorded: PropertyMap): readonly Failure[] {
  const rows = Object.entries(asObject(news[rules.property]) ?? {});
  const before = recordedRows(rules, recorded);
  return [
    ...twice(rules, rows),
    ...inAnotherNotation(rules, rows, before),
    ...rows.flatMap(([name, row]) => failuresOf(rules, news, name, row, before)),
  ];
}

/** The rows in the notation in which they are kept. */
export function normalisedRows(rules: RowRules, news: PropertyMap, recorded: PropertyMap): unknown {
  const given = news[rules.property];
  const rows = asObject(given);
  if (rows === undefined) {
    return given;
  }
  const before = recordedRows(rules, recorded);
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => {
      const values = asObject(row);
      const known = before.get(canonicalName(name));
      if (values === undefined || (known !== undefined && deepEqual(known.values, values))) {
        return [name, values === undefined ? row : known?.values];
      }
      const single = rules.normalised(
        asSingle(rules.namedBy, news, name, values),
        known === undefined ? {} : asSingle(rules.namedBy, recorded, known.name, known.values),
      );
      return [name, valuesOf(rules, single)];
    }),
  );
}

interface RecordedRow {
  readonly name: string;
  readonly values: PropertyMap;
}

function recordedRows({ property }: RowRules, recorded: PropertyMap): ReadonlyMap<string, RecordedRow> {
  return new Map(
    Object.entries(asObject(recorded[property]) ?? {}).map(([name, values]) => [
      canonicalName(name),
      { name, values: asObject(values) ?? {} },
    ]),
  );
}

function failuresOf(
  rules: RowRules,
  news: PropertyMap,
  name: string,
  row: unknown,
  before: ReadonlyMap<string, RecordedRow>,
): readonly Failure[] {
  const values = asObject(row);
  const known = before.get(canonicalName(name));
  if (values === undefined || isUnknown(row) || (known !== undefined && deepEqual(known.values, values))) {
    return [];
  }
  const recorded = known === undefined ? {} : asSingle(rules.namedBy, news, known.name, known.values);
  return rules
    .failures(asSingle(rules.namedBy, news, name, values), recorded)
    .filter(({ property }) => !property.startsWith("svm"))
    .map((failure) => ({ ...failure, property: below(rules, name, failure.property) }));
}

/** Where in the table the trouble of a row's property is. */
function below({ property: rows, namedBy }: RowRules, name: string, property: string): string {
  const inside = property.replace(/^\["(.*)"\]$/, "$1");
  const row = dotted([rows, name]);
  return inside === namedBy || inside === "" ? row : `${row}.${inside}`;
}

/** Rows that mean the same object in two notations. */
function twice({ property }: RowRules, rows: ReadonlyArray<readonly [string, unknown]>): readonly Failure[] {
  const first = new Map<string, string>();
  return rows.flatMap(([name]) => {
    const other = first.get(canonicalName(name));
    first.set(canonicalName(name), other ?? name);
    return other === undefined
      ? []
      : [{ property: dotted([property, name]), reason: `it means the same initiator as ${dotted([property, other])}` }];
  });
}

/**
 * Rows whose names are recorded in another notation. The engine takes another name for another row: it would show one that
 * goes and one that comes, and, in a dynamic resource, keep no secret of it apart.
 */
function inAnotherNotation(
  { property }: RowRules,
  rows: ReadonlyArray<readonly [string, unknown]>,
  before: ReadonlyMap<string, RecordedRow>,
): readonly Failure[] {
  return rows.flatMap(([name]) => {
    const known = before.get(canonicalName(name));
    return known === undefined || known.name === name
      ? []
      : [
          {
            property: dotted([property, name]),
            reason: `it is recorded as ${JSON.stringify(known.name)}; write it so`,
          },
        ];
  });
}
