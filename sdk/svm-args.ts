import type * as pulumi from "@pulumi/pulumi";

/** An SVM, by name, by UUID or by both, which must then agree. */
export interface SvmArgs {
  /** Name of the SVM. */
  name?: pulumi.Input<string | undefined>;
  /** UUID of the SVM. */
  uuid?: pulumi.Input<string | undefined>;
}
