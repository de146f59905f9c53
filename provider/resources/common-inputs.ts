import type { CommonInputs, ListExtent } from "../lifecycle/definition";
import { isRefusal, type ListOptions, query } from "../rest";
import { type PropertyMap, textAt } from "../schema/property-map";
import type { SvmReference } from "../schema/svm";

/** The arguments that say where an object lives and how to treat it, without the SVM. */
export function commonInputs(properties: PropertyMap): Omit<CommonInputs, "svm"> {
  const cluster = textAt(properties, "cluster");
  return {
    ...(cluster === undefined ? {} : { cluster }),
    ...(typeof properties.adopt === "boolean" ? { adopt: properties.adopt } : {}),
    ...(typeof properties.forceDisconnect === "boolean" ? { forceDisconnect: properties.forceDisconnect } : {}),
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
