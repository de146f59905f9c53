import * as pulumi from "@pulumi/pulumi";
import { providerText, typeToken } from "../provider/dynamic/text";
import type { ResourceType } from "../provider/resources";
import { PROVIDER_TOKEN, token } from "../provider/spec/tokens";

/** How a resource is registered: by the plugin, through a provider object, or as a dynamic resource without one. */
export interface Front {
  /** The provider object; undefined for a dynamic resource. */
  readonly provider: pulumi.ProviderResource | undefined;
  /** What the engine calls the resource's type. */
  readonly token: string;
  /** What is among its properties for the engine alone. */
  readonly extra: Readonly<Record<string, string>>;
  readonly opts: pulumi.CustomResourceOptions;
}

/** Options of a resource; Pulumi itself takes `providers` for components alone. */
type Options = pulumi.CustomResourceOptions & Pick<pulumi.ComponentResourceOptions, "providers">;

/**
 * The front by which a resource with these options runs: the plugin where they or the parent name a provider object of
 * this package, never by what is installed. Under its other token each is an alias, so that a stack moves from the one
 * to the other without a change of its objects.
 */
export function frontOf(type: ResourceType, name: string, opts: Options): Front {
  const provider = ownProvider(type, opts);
  if (provider === undefined) {
    const aliases = withToken(token(type), name, opts);
    return {
      provider,
      token: typeToken(type),
      extra: { __provider: providerText(type) },
      opts: { ...opts, aliases },
    };
  }
  const { providers: _providers, ...others } = opts;
  const aliases = withToken(typeToken(type), name, opts);
  return { provider, token: token(type), extra: {}, opts: { ...others, provider, aliases } };
}

/** True for a provider object of this package, also of another copy of it or of an SDK that Pulumi generated. */
export function isOwnProvider(value: unknown): value is pulumi.ProviderResource {
  return pulumi.Resource.isInstance(value) && "__pulumiType" in value && value.__pulumiType === PROVIDER_TOKEN;
}

/** In the order in which Pulumi looks: the resource's own options, then what its parent hands down. */
function ownProvider(
  type: ResourceType,
  { provider, providers, parent }: Options,
): pulumi.ProviderResource | undefined {
  const given = [...Object.values(providers ?? {}), provider].findLast(isOwnProvider);
  const above: unknown = parent ?? pulumi.runtime.getStackResource();
  const inherited = pulumi.Resource.isInstance(above) ? above.getProvider(token(type)) : undefined;
  return given ?? (isOwnProvider(inherited) ? inherited : undefined);
}

/** Aliases, and each that gives another name or parent under the other token, too. */
function withToken(
  type: string,
  name: string,
  { aliases = [], parent }: Options,
): Array<pulumi.Input<pulumi.URN | pulumi.Alias>> {
  const moved = aliases.flatMap((alias) => (isPlain(alias) && !("type" in alias) ? [{ ...alias, type }] : []));
  // The same as `{ type }`, of which Pulumi's SDK makes a dozen outputs for every resource.
  const urn = `urn:pulumi:${pulumi.getStack()}::${pulumi.getProject()}::${type}::${name}`;
  return [...aliases, ...moved, parent === undefined ? urn : { type }];
}

function isPlain(alias: pulumi.Input<pulumi.URN | pulumi.Alias>): alias is pulumi.Alias {
  return typeof alias === "object" && !(alias instanceof Promise) && !pulumi.Output.isInstance(alias);
}
