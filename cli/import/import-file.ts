import { PROVIDER_KEY, providerText } from "../../provider/dynamic";
import { type PropertyMap, withValuesAt } from "../../provider/schema";
import { plaintextSecret } from "../stack/secrets";
import type { ImportPlan, PlannedPassword, PlannedResource } from "./plan";

/** What `pulumi import --file` takes: with outputs next to the inputs, so that the engine need not prompt for them. */
export function importFile({ imported, cluster, side, provider }: ImportPlan): string {
  const file = {
    ...(provider === undefined ? {} : { nameTable: { [provider.name]: provider.urn } }),
    resources: imported.map((resource) => ({
      ...spec(resource, cluster, side),
      ...(provider === undefined ? {} : { provider: provider.name }),
    })),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
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
  const known = passwords.flatMap(({ path, value }) =>
    value === undefined ? [] : [{ path, value: plaintextSecret(value) }],
  );
  return withValuesAt(properties, known);
}
