import type { OutputProperty } from "../lifecycle/definition";
import type { PropertyMap } from "../schema/property-map";
import { hasUnknown, UNKNOWN } from "../schema/unknown";

type Outputs = Readonly<Record<string, OutputProperty>>;

/**
 * What a resource is going to be. What ONTAP adds is known of an object that is there already, and given as `added`;
 * nothing of what may turn out to be on another SVM, and so to be replaced.
 */
export function previewed(outputs: Outputs, inputs: PropertyMap, added: () => PropertyMap = () => ({})): PropertyMap {
  const known = hasUnknown(inputs.svm) || hasUnknown(inputs.cluster) ? {} : added();
  return { ...inputs, ...Object.fromEntries(Object.keys(outputs).map((name) => [name, known[name] ?? UNKNOWN])) };
}
