import { checkOf } from "./check";
import { type Fields, isLeaf } from "./fields";
import type { WireOf } from "./types";

/** A query parameter that only this collection takes. */
export interface Parameter {
  /** What it chooses, in sentences for users. */
  readonly doc: string;
  readonly values: readonly string[];
  /** What ONTAP takes without it. */
  readonly default: string;
}

/** How a program reads a record: the data functions made of it, and their documentation. */
export interface DataFunctions {
  /** In the functions' and types' names: `IscsiSession`. */
  readonly type: string;
  /** The collection's name in the client: `iscsiSessions`. */
  readonly client: string;
  /** Singular, as the documentation of the functions calls it: `session`. */
  readonly one: string;
  /** Sentences in addition to those that every record's functions share. */
  readonly notes?: { readonly get?: string; readonly list?: string };
  /** Lines of programs. */
  readonly examples: {
    readonly fields: string;
    readonly get: readonly string[];
    readonly list: string;
    readonly listOutput?: string;
  };
}

/** What is said of a record, once: structure, codes and documentation. */
export interface RecordDeclaration {
  /** From `/api` on. `{svm.uuid}` stands for the SVM in the path of what belongs to one. */
  readonly path: string;
  /** Singular, for messages: `iSCSI session`. */
  readonly noun: string;
  /** What one of them is, in a sentence for users. */
  readonly doc: string;
  /** Where ONTAP documents it. */
  readonly source: string;
  /** First release of ONTAP that has it. Default: 9.6, the first with a REST API. */
  readonly since?: string;
  /** Names of the keys, in the order of the instance's path. */
  readonly keys: readonly string[];
  readonly fields: Fields;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly codes?: {
    /** Those for "there is no such object". An unknown SVM (2621462) may be the wrong array instead. */
    readonly notFound: readonly string[];
  };
  readonly functions?: DataFunctions;
}

/** A declaration and what follows from it at run time. */
export interface RecordSpec<Wire = unknown> extends RecordDeclaration {
  /** True for what ONTAP documents, as far as structure and types go. */
  accepts(value: unknown): value is Wire;
}

/** Declares a record. */
export function record<const Declared extends RecordDeclaration>(
  declared: Declared,
): Declared & Pick<RecordSpec<WireOf<Declared["fields"]>>, "accepts"> {
  const check = checkOf(declared.fields);
  return { ...declared, accepts: (value): value is WireOf<Declared["fields"]> => check(value) };
}

/** Dotted names of what ONTAP answers whatever it is asked for: the keys, and what is always there. */
export function identifiersOf({ keys, fields }: RecordDeclaration): readonly string[] {
  const always = Object.entries(fields).flatMap(([name, field]) => {
    if (field.always !== true || (!isLeaf(field) && field.kind === "list")) {
      return [];
    }
    return isLeaf(field)
      ? [name]
      : Object.keys(field.fields)
          .filter((inner) => field.fields[inner]?.always)
          .map((inner) => `${name}.${inner}`);
  });
  return [...new Set([...always, ...keys])];
}

/** Names of the fields that `*` stands for. */
export function inexpensiveOf({ fields }: RecordDeclaration): readonly string[] {
  return Object.entries(fields)
    .filter(([, { expensive, writeOnly }]) => expensive === undefined && writeOnly === undefined)
    .map(([name]) => name);
}

/**
 * The fields to ask ONTAP for where these are wanted: an item of a list whole where a part of it is always there, since
 * {@link RecordSpec.accepts} looks for that part.
 */
export function withWholeItems(fields: Fields, wanted: readonly string[]): readonly string[] {
  const asked = wanted.map((path) => wholeItem(fields, path));
  return asked.filter((path, at) => path === wanted[at] || (!wanted.includes(path) && asked.indexOf(path) === at));
}

function wholeItem(fields: Fields, path: string): string {
  const [name = "", ...rest] = path.split(".");
  const field = fields[name];
  if (field === undefined || isLeaf(field) || rest.length === 0) {
    return path;
  }
  const needsWhole = field.kind === "list" && Object.values(field.fields).some(({ always }) => always === true);
  return needsWhole ? name : `${name}.${wholeItem(field.fields, rest.join("."))}`;
}

/** A field's name in programs: `connections.initiator_address` is `connections.initiatorAddress`. */
export function camelName(wireName: string): string {
  return wireName.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
