import type { OutputProperty } from "../lifecycle/definition";
import type { PropertyMap } from "../schema/property-map";
import { UNKNOWN } from "../schema/unknown";

type Outputs = Readonly<Record<string, OutputProperty>>;

/** What a resource is going to be, without a request: what ONTAP adds is known of an object that is there already. */
export function previewed(outputs: Outputs, inputs: PropertyMap, recorded: PropertyMap = {}): PropertyMap {
  const added = Object.keys(outputs).map((name) => [name, recorded[name] ?? UNKNOWN]);
  return { ...inputs, ...Object.fromEntries(added) };
}
