import type { Simulator } from "../../simulator";

const DYNAMIC = "pulumi-nodejs:dynamic/ontap-iscsi:";
const PLUGIN = "ontap-iscsi:index:";

/** How the engine marks a secret of a state. */
const SIGNATURE = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" } as const;

/** A secret as an export without `--show-secrets` holds it. */
export const ENCRYPTED = { ...SIGNATURE, ciphertext: "v1:YWJj:ZGVm" } as const;

/** A secret as an export with `--show-secrets` holds it. */
export function plaintext(value: unknown): object {
  return { ...SIGNATURE, plaintext: JSON.stringify(value) };
}

/** The entry of a provider object, as an export holds it. */
export interface ProviderEntry {
  readonly urn: string;
  readonly id: string;
}

/** The entry of a provider object of that name with these arguments. */
export function providerEntry(name: string, inputs: object): ProviderEntry {
  const type = "pulumi:providers:ontap-iscsi";
  const id = `00000000-0000-4000-8000-${Buffer.from(name).toString("hex").padStart(12, "0").slice(-12)}`;
  const entry = { urn: `urn:pulumi:dev::test::${type}::${name}`, custom: true, id, type, inputs, outputs: inputs };
  return entry;
}

/** The same with the connection to a simulated array. */
export function providerOf(name: string, { url, username, password }: Simulator, more: object = {}): ProviderEntry {
  return providerEntry(name, { host: url, username, password, version: "0.1.0", __internal: {}, ...more });
}

/** Dynamic resources of a state as they would be through a provider, with names of their own. */
export function through({ urn, id }: ProviderEntry, resources: readonly object[], suffix = ""): object[] {
  return resources.map((resource) => {
    const text = JSON.stringify(resource).replaceAll(DYNAMIC, PLUGIN);
    const plugin: { readonly urn: string } = JSON.parse(text);
    return { ...plugin, urn: `${plugin.urn}${suffix}`, provider: `${urn}::${id}` };
  });
}
