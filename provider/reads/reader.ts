import type { Leaf } from "../record/fields";
import type { OntapClient, QueryExpression } from "../rest";

/** Where a filter's value stands, for messages. */
export interface FilterPlace {
  /** What is read: `iSCSI session`. */
  readonly noun: string;
  /** The argument, dotted: `initiator.name`. */
  readonly argument: string;
}

/** How a front end writes ONTAP's query language, for values that are not to be matched literally. */
export interface QueryNotation {
  /** The expression that a value of this field is, undefined for any other value. Throws `configuration` for a wrong one. */
  expressionIn(value: unknown, leaf: Leaf, place: FilterPlace): QueryExpression | undefined;
  /** True for what is an expression wherever it may stand, and none of the record's own objects of these fields. */
  isMisplaced(value: unknown, fields: readonly string[]): boolean;
  /** For messages, after "or": `an expression of query`. */
  readonly expected: string;
  /** For messages: the expression for a field without a value. */
  readonly unset: string;
}

/** Who reads: where its requests go, and what its users write and expect. */
export interface Reader {
  /** The client of a cluster; of the unnamed one for undefined. Throws `configuration`. */
  client(cluster: string | undefined): OntapClient;
  readonly notation: QueryNotation;
  /** For messages, before "where it need not exist": what to use instead of the function that gets one object. */
  readonly optionalRead: string;
  /** True where its result types promise that a string is one of those that ONTAP documents: any other is `malformed`. */
  readonly documentedValuesOnly: boolean;
}
