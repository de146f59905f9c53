import { type Collection, codes, isRefusal, type OntapClient, OntapError, type QueryValue } from "../../provider/rest";
import { ontapClient } from "../connections";
import type { RecordKind } from "./collection-reads";
import { Leaf } from "./field-tree";
import { fromWire } from "./from-wire";
import { argumentsOf, type ClusterArgs, checkNames, clusterOf } from "./read-arguments";
import { wrongArgument } from "./refusals";
import { selectionOf } from "./selection";
import { type CheckedSvm, describeSvm, type SvmReference, svmReference } from "./svm-reference";
import { wireName } from "./wire-names";

/** Arguments of the functions that get one object, beside its keys and `fields`. */
export interface GetArgs extends ClusterArgs {
  /** The SVM of the object, by name, UUID or both. With a UUID the object is asked for directly. */
  readonly svm: SvmReference;
}

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

/** Codes with which ONTAP says that there is no such object. An unknown SVM (2621462) may be the wrong array instead. */
const NOT_THERE = [codes.NO_ENTRY, codes.NO_SERVICE, codes.NO_CREDENTIAL, codes.NO_METRICS];

/**
 * Gets one object. Throws `not-found` where it is not there, `api-error` where the array does not know the SVM's UUID,
 * `configuration` for arguments that ONTAP would refuse.
 */
export async function getOne<T>(kind: RecordKind, args: unknown, instance: Instance, byName: ByName): Promise<T> {
  const { svm: reference, cluster, fields, ...keys } = argumentsOf(kind.noun, args);
  checkNames(kind.noun, keys, [...kind.keys, "svm", "fields", "cluster"]);
  const svm = svmReference(kind.noun, reference);
  const selection = selectionOf(kind, fields);
  const wanted = { keys: wireKeys(kind, keys), fields: fields === undefined ? undefined : selection.wire };
  const client = ontapClient(clusterOf(kind.noun, cluster));
  const found = await asked(client, svm, wanted).catch((error: unknown) => {
    throw isRefusal(error, ...NOT_THERE) ? notFound(error) : error;
  });
  if (found === undefined) {
    throw notFound();
  }
  return fromWire<T>(kind.noun, selection.tree, found);

  function asked(client: OntapClient, svm: CheckedSvm, wanted: Wanted): Promise<unknown> {
    return svm.uuid === undefined ? byName(client, svm.name, wanted) : instance(client, svm.uuid, wanted);
  }

  function notFound(cause?: OntapError): OntapError {
    const named = kind.keys.map((name) => ` ${name} ${String(keys[name])}`).join(",");
    return new OntapError({
      code: "not-found",
      operation: `get the ${kind.noun}${named} of ${describeSvm(svm)}`,
      reason: cause === undefined ? "there is none" : cause.reason,
      hint: "Use the function that begins with find where it need not exist.",
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

function wireKeys(kind: RecordKind, given: Readonly<Record<string, unknown>>): Record<string, QueryValue> {
  const keys: Record<string, QueryValue> = {};
  for (const name of kind.keys) {
    const leaf = kind.tree[name];
    const value = leaf instanceof Leaf && leaf.accepts(given[name]) ? leaf.normalize(given[name]) : undefined;
    if ((typeof value !== "string" && typeof value !== "number") || value === "") {
      throw wrongArgument(kind.noun, name, leaf instanceof Leaf ? `it must be ${leaf.expected}` : "it is no key");
    }
    keys[wireName(name)] = value;
  }
  return keys;
}
