import { isLeaf } from "../record/fields";
import { camelName, type RecordSpec } from "../record/record";
import { type Collection, isApiError, type OntapClient, OntapError, type QueryValue } from "../rest";
import { expectedIn, fits, normalized } from "./field-value";
import { fromWire } from "./from-wire";
import { argumentsOf, checkNames, clusterOf } from "./read-arguments";
import type { Reader } from "./reader";
import { wrongArgument } from "./refusals";
import { selectionOf } from "./selection";
import { describeSvm, svmReference, svmUuid } from "./svm-reference";

/** Keys of one object by wire name, and the fields to ask for. */
export interface Wanted {
  readonly keys: Readonly<Record<string, QueryValue>>;
  /** Undefined for ONTAP's default, which is all but the expensive ones. */
  readonly fields: readonly string[] | undefined;
}

/** The call for one object of an SVM, once its UUID is known. */
export type Instance = (client: OntapClient, svmUuid: string, wanted: Wanted) => Promise<unknown>;
/** The call for one object of an SVM of which only the name is known. */
export type ByName = (client: OntapClient, svmName: string, wanted: Wanted) => Promise<unknown>;

/** The call for one object that its own keys tell from those of every SVM. */
export type OwnInstance = (client: OntapClient, wanted: Wanted) => Promise<unknown>;

/**
 * Gets one object of an SVM. Throws `not-found` where it is not there, `api-error` where the array does not know the
 * SVM's UUID, `configuration` for arguments that ONTAP would refuse.
 */
export function getOne<T>(
  reader: Reader,
  record: RecordSpec,
  args: unknown,
  instance: Instance,
  byName: ByName,
): Promise<T> {
  return get<T>(reader, record, args, ["svm"], ({ svm: reference }) => {
    const svm = svmReference(record.noun, reference);
    return {
      owner: ` of ${describeSvm(svm)}`,
      ask: (client, wanted) =>
        svm.uuid === undefined ? byName(client, svm.name, wanted) : instance(client, svm.uuid, wanted),
    };
  });
}

/** Gets one object by its own keys alone. Throws `not-found` where it is not there, `configuration` likewise. */
export function getByOwnKeys<T>(reader: Reader, record: RecordSpec, args: unknown, instance: OwnInstance): Promise<T> {
  return get<T>(reader, record, args, [], () => ({ owner: "", ask: instance }));
}

/** How an object is asked for, and whose it is, for messages. */
interface Question {
  readonly owner: string;
  readonly ask: OwnInstance;
}

type QuestionOf = (given: Readonly<Record<string, unknown>>) => Question;

async function get<T>(
  reader: Reader,
  record: RecordSpec,
  args: unknown,
  ownerNames: readonly string[],
  questionOf: QuestionOf,
): Promise<T> {
  const given = argumentsOf(record.noun, args);
  const { cluster, fields } = given;
  const keyNames = keysOf(record).map(camelName);
  checkNames(record.noun, given, [...keyNames, ...ownerNames, "fields", "cluster"]);
  const { owner, ask } = questionOf(given);
  const selection = selectionOf(record, fields);
  const wanted = { keys: wireKeys(record, given), fields: fields === undefined ? undefined : selection.wire };
  const client = reader.client(clusterOf(record.noun, cluster));
  const found = await ask(client, wanted).catch((error: unknown) => {
    throw isApiError(error, ...(record.codes?.notFound ?? [])) ? notFound(error) : error;
  });
  if (found === undefined) {
    throw notFound();
  }
  return fromWire<T>({ ...reader, noun: record.noun }, selection.fields)(found);

  function notFound(cause?: OntapError): OntapError {
    const named = keyNames.map((name) => ` ${name} ${String(given[name])}`).join(",");
    return new OntapError({
      code: "not-found",
      operation: `get the ${record.noun}${named}${owner}`,
      reason: cause === undefined ? "there is none" : cause.reason,
      hint: `Use ${reader.optionalRead} where it need not exist.`,
      ...(cause?.ontapCode === undefined ? {} : { ontapCode: cause.ontapCode }),
      ...(cause?.status === undefined ? {} : { status: cause.status }),
      ...(cause === undefined ? {} : { cause }),
    });
  }
}

/** Finds the object in its collection by the SVM's name and its keys, in one request. */
export function inCollection(collectionOf: (client: OntapClient) => Collection<unknown>): ByName {
  return (client, svmName, { keys, fields = ["*"] }) =>
    collectionOf(client).find({ query: { "svm.name": svmName, ...keys }, fields });
}

/** {@link ByName} for what is asked for by the SVM's UUID alone, which costs a request more. */
export function bySvmUuid(instance: Instance): ByName {
  return async (client, name, wanted) => instance(client, await svmUuid(client, { name }), wanted);
}

function keysOf({ keys }: RecordSpec): readonly string[] {
  return keys.filter((key) => key !== "svm.uuid");
}

function wireKeys(record: RecordSpec, given: Readonly<Record<string, unknown>>): Record<string, QueryValue> {
  const keys: Record<string, QueryValue> = {};
  for (const wireName of keysOf(record)) {
    const [name, field] = [camelName(wireName), record.fields[wireName]];
    const leaf = field !== undefined && isLeaf(field) ? field : undefined;
    const value = leaf !== undefined && fits(leaf, given[name]) ? normalized(leaf, given[name]) : undefined;
    if ((typeof value !== "string" && typeof value !== "number") || value === "") {
      throw wrongArgument(record.noun, name, leaf === undefined ? "it is no key" : `it must be ${expectedIn(leaf)}`);
    }
    keys[wireName] = value;
  }
  return keys;
}
