import { type Setting, settings } from "../../provider/connection/settings";
import { argumentDescription } from "../../provider/spec/provider-schema";
import { docComment } from "./record-types";

const TYPES = { string: "string", boolean: "boolean", integer: "number" } as const satisfies Record<
  Setting["type"],
  string
>;

/** The module of the provider's class and arguments, for a package of that version. */
export function providerClass(version: string): string {
  const secrets = settings.filter((setting: Setting) => setting.secret === true).map(({ key }) => [key]);
  return `// Made by \`npm run generate\` from provider/connection/settings.ts; change it there.

import type * as pulumi from "@pulumi/pulumi";
import { isOwnProvider } from "./front";
import { OntapProvider, type ProviderShape } from "./ontap-provider";

const SHAPE: ProviderShape = ${JSON.stringify({ version, secrets })};

/**
 * Arguments of {@link Provider}: one cluster. What is left out comes from the environment of the process in which the
 * provider runs, but no login of another kind than one that is given.
 */
export interface ProviderArgs {
${settings.map(argument).join("\n")}
}

/**
 * A cluster on which resources are managed by the provider plugin instead of as dynamic resources. A resource takes it
 * in its option \`provider\`, or from its parent.
 *
 * @example
 * const east = new Provider("east", { host: "cluster-east.example.com", username: "pulumi", password });
 * const iscsi = new IscsiService("svm1", { svm: { name: "svm1" } }, { provider: east });
 */
export class Provider extends OntapProvider {
  constructor(name: string, args: ProviderArgs = {}, opts: pulumi.ResourceOptions = {}) {
    super(SHAPE, name, args, opts);
  }

  /** True for Provider, even of another copy of this package. */
  static override isInstance(value: unknown): value is Provider {
    return isOwnProvider(value);
  }
}
`;
}

function argument(setting: Setting): string {
  const { key, type, secret } = setting;
  const text = [argumentDescription(setting), ...(secret === true ? ["A secret, whatever is passed."] : [])].join(" ");
  return `${docComment([text])}\n${key}?: pulumi.Input<${TYPES[type]} | undefined>;`;
}
