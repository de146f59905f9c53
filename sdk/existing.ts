import * as pulumi from "@pulumi/pulumi";
import { messageOnly } from "./program-error";

/** Where an existing object is to be read. */
export interface ExistingArgs {
  /** Name of a cluster in `ontap-iscsi:clusters`. Default: the one that `ontap-iscsi:host` names. */
  cluster?: pulumi.Input<string | undefined>;
}

/** Options by which a resource class reads an existing object instead of managing one. */
export type ExistingOptions = pulumi.CustomResourceOptions & { id: pulumi.Input<pulumi.ID> };

/**
 * Throws where the option `import` is set: the engine gives a dynamic resource no state to import, and the host would
 * fail with an unhelpful message.
 */
export function refuseImport(type: string, name: string, opts: pulumi.CustomResourceOptions): void {
  if (opts.import !== undefined) {
    throw refusal(
      `${type} "${name}": the option import does not work for dynamic resources; set adopt: true to adopt what exists, use ontap-iscsi import, or give the resource a Provider`,
    );
  }
}

/** Throws where a program that is not checked by TypeScript leaves out what a resource cannot do without. */
export function requireArgs(
  type: string,
  name: string,
  args: object | undefined,
  required: readonly string[],
  opts: pulumi.CustomResourceOptions,
): void {
  if (opts.id !== undefined || opts.urn !== undefined) {
    return;
  }
  const given = new Map(Object.entries(args ?? {}));
  const missing = required.filter((key) => given.get(key) === undefined || given.get(key) === null);
  if (missing.length > 0) {
    throw refusal(`${type} "${name}": required, but missing: ${missing.join(", ")}`);
  }
}

/** An error that ends the program with its sentence alone. */
function refusal(message: string): pulumi.RunError {
  return messageOnly(new pulumi.RunError(message));
}
