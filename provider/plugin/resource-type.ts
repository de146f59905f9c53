import { type ResourceType, resources } from "../resources";
import { token } from "../spec/tokens";

/** Name of the resource class that the URN of a resource names; undefined for none of ours. */
export function resourceTypeIn(urn: string): ResourceType | undefined {
  const qualified = urn.split("::")[2] ?? "";
  const type = qualified.slice(qualified.lastIndexOf("$") + 1);
  return resourceTypes.find((name) => token(name) === type);
}

const resourceTypes = Object.keys(resources).filter((name): name is ResourceType => name in resources);

/** Why there is no such resource, and for a dynamic one how it came here. */
export function noSuchResource(urn: string): string {
  const reason = `There is no such resource in ontap-iscsi: ${urn}`;
  return urn.includes("pulumi-nodejs:dynamic/")
    ? `${reason}. It is a dynamic resource, to which a transform gave a provider. Give it the provider in its own options, or by its parent.`
    : reason;
}
