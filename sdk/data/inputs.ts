import * as pulumi from "@pulumi/pulumi";
import type { QueryExpression } from "../../provider/rest";
import { afterAll } from "./options";

type Plain = string | number | boolean | QueryExpression;

/** The same arguments, each of them, at any depth, as a value, a promise or an output. */
export type Inputs<T> = { readonly [K in keyof T]: InputOf<NonNullable<T[K]>> };

type InputOf<T> = [T] extends [Plain]
  ? pulumi.Input<T>
  : [T] extends [readonly unknown[]]
    ? pulumi.Input<T>
    : pulumi.Input<Inputs<T>>;

/** The argument `fields` as an input. */
export interface FieldsInput<F> {
  /** Fields to answer. Default `"*"`; what was not asked for is absent, also from the type. */
  readonly fields?: pulumi.Input<F>;
}

/**
 * Calls a data function once its arguments are known and the resources of `dependsOn` are there. In a preview, where an
 * argument is unknown or one of the resources has yet to be created, nothing is asked and the result is unknown.
 */
export function whenKnown<T>(
  args: object,
  { dependsOn, ...opts }: pulumi.InvokeOutputOptions,
  call: (args: unknown, opts: pulumi.InvokeOptions) => Promise<T>,
): pulumi.Output<T> {
  return pulumi.all([pulumi.output(args), afterAll(dependsOn)]).apply(([known]) => call(known, opts));
}
