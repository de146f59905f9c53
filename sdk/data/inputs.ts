import * as pulumi from "@pulumi/pulumi";
import type { QueryExpression } from "../../provider/rest";

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
 * Calls a data function once its arguments are known. In a preview, where one of them is not, nothing is asked and the
 * result is unknown.
 */
export function whenKnown<T>(args: object, call: (args: unknown) => Promise<T>): pulumi.Output<T> {
  return pulumi.output(args).apply(call);
}
