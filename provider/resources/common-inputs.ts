import type { CommonInputs, ListExtent } from "../lifecycle/definition";
import { isRefusal, type ListOptions, query } from "../rest";
import { type Bag, textAt } from "../schema/bag";
import type { SvmReference } from "../schema/svm";

/** The arguments that say where an object lives and how to treat it, without the SVM. */
export function commonInputs(bag: Bag): Omit<CommonInputs, "svm"> {
  const cluster = textAt(bag, "cluster");
  return {
    ...(cluster === undefined ? {} : { cluster }),
    ...(typeof bag.adopt === "boolean" ? { adopt: bag.adopt } : {}),
    ...(typeof bag.forceDisconnect === "boolean" ? { forceDisconnect: bag.forceDisconnect } : {}),
  };
}

/** How a message names an SVM. */
export function svmTitle({ name, uuid }: SvmReference): string {
  return `SVM ${name ?? uuid ?? "(unknown)"}`;
}

/** An extent as options of a list. */
export function listOptions({ svmNames, svmUuids, onMalformed }: ListExtent): ListOptions {
  return {
    query: {
      ...(svmNames === undefined ? {} : { "svm.name": svmNames }),
      ...(svmUuids === undefined ? {} : { "svm.uuid": query.anyOf(...svmUuids) }),
    },
    onMalformed,
  };
}

/** Turns ONTAP's word that there is no such object into undefined; every other error stays one. */
export function undefinedWhere(...codes: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (isRefusal(error, ...codes)) {
      return undefined;
    }
    throw error;
  };
}
