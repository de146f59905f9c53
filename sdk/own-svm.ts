import * as pulumi from "@pulumi/pulumi";
import type { SvmArgs, SvmResult } from "./types";

/**
 * The SVM that a resource is on, for others that are to be on the same one: just as the program gave it, even while an
 * update is pending. Where the engine recorded another reference (a transform or `ignoreChanges` had the last word, or
 * the program now names the same SVM otherwise), it is the recorded SVM by its UUID, so that nothing that is given it
 * can end up on another SVM. Only then the resource is asked for the UUID.
 */
export function ownSvm(
  recorded: pulumi.Output<SvmResult>,
  resource: { readonly svmUuid: pulumi.Output<string> },
  given: pulumi.Input<SvmArgs>,
): pulumi.Output<SvmResult> {
  return pulumi
    .all([recorded, given])
    .apply(([actual, own]) =>
      isSame(actual, own)
        ? pulumi.output(own)
        : resource.svmUuid.apply((known): SvmResult => (own.uuid === known ? own : { uuid: known })),
    );
}

function isSame(a: SvmResult | undefined, b: SvmResult): boolean {
  return a?.name === b.name && a?.uuid === b.uuid;
}
