import { type Failure, refused } from "./failure";
import { type PropertyMap, textAt, valueAt } from "./property-map";
import { isUnknown } from "./unknown";

/** The SVM that an object belongs to: by name, by UUID, or by both, which must then agree. */
export interface SvmReference {
  readonly name?: string;
  readonly uuid?: string;
}

/** An SVM must be named (2621707). */
export function svmFailures(news: PropertyMap): readonly Failure[] {
  const { svm } = news;
  const given = [valueAt(news, "svm", "name"), valueAt(news, "svm", "uuid")];
  const missing = given.every((value) => value === undefined || value === "");
  return !isUnknown(svm) && (svm === undefined || typeof svm === "object") && missing
    ? [refused("svm.name", "an SVM must be given: svm.name or svm.uuid", "2621707")]
    : [];
}

/**
 * Whether two references mean the same SVM, as far as that can be known without asking the array: `undefined` where
 * it cannot. UUIDs decide; names only where they are the same and no UUID contradicts.
 */
export function sameSvm(a: SvmReference, b: SvmReference): boolean | undefined {
  if (a.uuid !== undefined && b.uuid !== undefined) {
    return a.uuid.toLowerCase() === b.uuid.toLowerCase();
  }
  return a.uuid === b.uuid && a.name === b.name ? true : undefined;
}

/** The reference in a bag. */
export function svmOf(properties: PropertyMap): SvmReference {
  const [name, uuid] = [textAt(properties, "svm", "name"), textAt(properties, "svm", "uuid")];
  return { ...(name ? { name } : {}), ...(uuid ? { uuid } : {}) };
}
