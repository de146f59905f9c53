import type { Fields } from "../record/fields";
import { withWholeItems } from "../record/record";
import { expressionOf, type QueryValue } from "./query";

/** What to list: ONTAP's parameters of a collection GET. All optional. */
export interface ListOptions {
  /** Filters by wire name (`"svm.name"`). Plain values match literally; `query.*` makes expressions. */
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** Fields to return in addition to the identifiers, by wire name; `["*"]` for all but the expensive ones. */
  readonly fields?: readonly string[];
  /** Fields to order by, each with an optional ` asc` or ` desc`. Default: ONTAP's own order. */
  readonly orderBy?: readonly string[];
  /** Records per page. Never a cut: further pages are followed. Default: ONTAP's own. */
  readonly maxRecords?: number;
  /** Seconds that ONTAP may spend on a page, 0 to 120. Default: ONTAP's own, 15. */
  readonly returnTimeoutS?: number;
  /**
   * Called with each record that has another shape than ONTAP documents; the record is then left out. Default: the
   * first of them ends the list with `malformed`.
   */
  readonly onMalformed?: (record: unknown) => void;
}

/** {@link ListOptions} in the form in which they are sent, and what has still to be checked on what comes back. */
export interface ListRequest {
  readonly parameters: ReadonlyArray<readonly [string, string]>;
  /** Literal filters that ONTAP's quoting cannot express: sent as a wider pattern, checked here on every record. */
  readonly residual: ReadonlyArray<readonly [string, string]>;
  readonly returnTimeoutS: number;
}

const DEFAULT_RETURN_TIMEOUT_S = 15;

/** What a collection adds to a request, and what is known of its records. */
interface Listed {
  readonly parameters?: ReadonlyArray<readonly [string, string]>;
  readonly fields?: Fields;
}

/** Turns options into query parameters: filters first, then the general ones in the documents' order. */
export function listRequest(
  options: ListOptions,
  { parameters: own = [], fields: known = {} }: Listed = {},
): ListRequest {
  const residual: Array<readonly [string, string]> = [];
  const filters = Object.entries(options.query ?? {}).map(([field, value]): readonly [string, string] => {
    const expression = expressionOf(value);
    if (expression !== undefined) {
      return [field, expression];
    }
    residual.push([field, String(value)]);
    return [field, widened(String(value))];
  });
  const fields = fieldsFor(options.fields, residual);
  return {
    parameters: [
      ...filters,
      ...own,
      ...(fields === undefined ? [] : [["fields", withWholeItems(known, fields).join(",")] as const]),
      ...(options.maxRecords === undefined ? [] : [["max_records", String(options.maxRecords)] as const]),
      ...(options.orderBy === undefined ? [] : [["order_by", options.orderBy.join(",")] as const]),
      ...(options.returnTimeoutS === undefined ? [] : [["return_timeout", String(options.returnTimeoutS)] as const]),
    ],
    residual,
    returnTimeoutS: options.returnTimeoutS ?? DEFAULT_RETURN_TIMEOUT_S,
  };
}

/** True where a record passes the filters that could not be expressed. */
export function passes(recordValue: unknown, residual: ListRequest["residual"]): boolean {
  return residual.every(([field, text]) => valuesAt(recordValue, field.split(".")).some((value) => value === text));
}

function widened(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .join("*")
    .replace(/^\*?(.*?)\*?$/s, "*$1*");
}

function fieldsFor(
  asked: readonly string[] | undefined,
  residual: ListRequest["residual"],
): readonly string[] | undefined {
  if (residual.length === 0 || asked?.includes("*") || asked?.includes("**")) {
    return asked;
  }
  return [...new Set([...(asked ?? []), ...residual.map(([field]) => field)])];
}

function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((item) => valuesAt(item, path));
  }
  const [head, ...rest] = path;
  if (head === undefined) {
    return [value];
  }
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => (key === head ? valuesAt(inner, rest) : []))
    : [];
}
