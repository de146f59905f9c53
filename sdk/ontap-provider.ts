import * as pulumi from "@pulumi/pulumi";
import { PACKAGE } from "../provider/spec/tokens";
import { missingPlugin, projectFolders } from "./missing-plugin";
import { messageOnly } from "./program-error";
import { type ArgumentPath, withSecretArgs } from "./secret-args";

/** What the provider's class must know of its declaration. */
export interface ProviderShape {
  /** Version of the package, of which an installed plugin must be. */
  readonly version: string;
  /** Arguments that are secrets, whatever is passed. */
  readonly secrets: readonly ArgumentPath[];
}

/** What is behind the provider's class, which is written by `npm run generate`. */
export abstract class OntapProvider extends pulumi.ProviderResource {
  protected constructor({ version, secrets }: ProviderShape, name: string, args: object, opts: pulumi.ResourceOptions) {
    refuseMissingPlugin(name, version, opts);
    super(PACKAGE, name, asText(withSecretArgs(args, secrets)), { version, ...opts });
  }
}

/**
 * Throws where the engine is certain not to find the plugin. It would first try to download it, and then name no way out.
 */
function refuseMissingPlugin(name: string, version: string, opts: pulumi.ResourceOptions): void {
  if (pulumi.runtime.getStackResource() === undefined || opts.pluginDownloadURL !== undefined) {
    return;
  }
  const reason = missingPlugin(name, {
    projectFolders: projectFolders(pulumi.getRootDirectory(), process.cwd()),
    version: opts.version ?? version,
    env: process.env,
  });
  if (reason !== undefined) {
    throw messageOnly(new pulumi.RunError(reason));
  }
}

/** The form in which every SDK sends the arguments of a provider, so that a stack may change its language. */
function asText(args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      value === undefined ? undefined : pulumi.output(value).apply((known) => textOf(known)),
    ]),
  );
}

function textOf(value: unknown): unknown {
  return value === undefined || value === null || typeof value === "string" ? value : JSON.stringify(value);
}
