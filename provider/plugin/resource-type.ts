import { type ResourceType, resources } from "../resources";
import { token } from "../spec/tokens";

/** Name of the resource class that the URN of a resource names; undefined for none of ours. */
export function resourceTypeIn(urn: string): ResourceType | undefined {
  const qualified = urn.split("::")[2] ?? "";
  const type = qualified.slice(qualified.lastIndexOf("$") + 1);
  return resourceTypes.find((name) => token(name) === type);
}

const resourceTypes = Object.keys(resources).filter((name): name is ResourceType => name in resources);
