import { PROVIDER_KEY, providerText } from "../../provider/dynamic";
import { type PropertyMap, withValueAt } from "../../provider/schema";
import { plaintextSecret } from "../stack/secrets";
import type { ImportPlan, PlannedPassword, PlannedResource } from "./plan";

/** What `pulumi import --file` takes: with outputs next to the inputs, so that the engine need not prompt for them. */
export function importFile({ resources, cluster, side }: ImportPlan): string {
  return `${JSON.stringify({ resources: resources.map((resource) => spec(resource, cluster, side)) }, undefined, 2)}\n`;
}

function spec(
  { type, className, name, object, passwords }: PlannedResource,
  cluster: string | undefined,
  side: ImportPlan["side"],
) {
  const more = {
    ...(cluster === undefined ? {} : { cluster }),
    ...(side === "dynamic" ? { [PROVIDER_KEY]: providerText(className) } : {}),
  };
  return {
    type,
    name,
    id: object.id,
    inputs: { ...withPasswords(object.inputs, passwords), ...more },
    outputs: { ...withPasswords(object.outputs, passwords), ...more },
  };
}

/** The properties with the passwords that are known, as secrets. */
function withPasswords(properties: PropertyMap, passwords: readonly PlannedPassword[]): PropertyMap {
  return passwords.reduce(
    (all, { path, value }) => (value === undefined ? all : withValueAt(all, path, plaintextSecret(value))),
    properties,
  );
}
