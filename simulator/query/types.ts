import type { WireRecord } from "../wire/json";

/** What the query language must know of one leaf field. Array members have the dotted name without an index. */
export interface FieldSpec {
  readonly type: "string" | "integer" | "boolean" | "timestamp";
  /** The allowed values of an enumeration; compared without regard to case. */
  readonly values?: readonly string[];
  /** Returned only when asked for by name (or by `**`). */
  readonly expensive?: true;
  /** Never returned; refused in `fields` (262249), as the filter of a GET (262250) and in the URL of a write (262202). */
  readonly writeOnly?: true;
  /** ONTAP version that introduced it, as `9.14`; unknown before that. */
  readonly since?: string;
}

/** What the query language must know of a collection. */
export interface CollectionSpec {
  /** Leaf fields by dotted name, in wire order. */
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** Fields that every response contains, asked for or not. */
  readonly identifiers: readonly string[];
  /** Fields that key a record in `start.*` of a next link, most significant first. */
  readonly keys: readonly string[];
  /** Other names of fields in filters, such as `tpgroup` for `target_portal_group`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Query parameters of this call that are neither filters nor general, such as `interval`. */
  readonly parameters?: readonly string[];
  /**
   * Where a `_links.self` hangs in HAL answers: from the dotted path of an object to its link. `""` is the record itself;
   * members of arrays are named by index, such as `igroups.0` and `connections.1.interface`. The record is the whole
   * one, whatever `fields` asks for; a link whose object is not in the answer is left out.
   */
  readonly links: (record: WireRecord) => Readonly<Record<string, string>>;
  /**
   * Default order of the collection, for records that differ in their keys. Reads nothing but `keys`, since a next link
   * knows no more of the record where the page ended. Default: ascending by `keys`, which also breaks ties.
   */
  readonly order?: (left: WireRecord, right: WireRecord) => number;
}

/** A collection GET, as far as the query language is concerned. */
export interface CollectionRequest {
  readonly spec: CollectionSpec;
  /** The path as the client sent it, for the links. */
  readonly path: string;
  /** Everything after `?`, as the client encoded it. */
  readonly rawQuery: string;
  /** True unless the client asked for `application/json`, which strips every `_links` but `next`. */
  readonly hal: boolean;
  /** Page size cap, whatever `max_records` says. */
  readonly maxPage: number;
  /** ONTAP version as [generation, major, minor]. */
  readonly version: readonly [number, number, number];
}

/** A collection's answer; `next` also goes into the `Link` header. */
export interface CollectionAnswer {
  readonly body: WireRecord;
  readonly next?: string;
}
