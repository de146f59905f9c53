import * as pulumi from "@pulumi/pulumi";

/**
 * What the program gave, as an output of the resource: whoever uses it waits for the resource, and sees the program's
 * own value even in a preview and while an update is pending.
 */
export function givenThrough<T>(
  resource: pulumi.CustomResource,
  value: pulumi.Input<T>,
): pulumi.Output<pulumi.Unwrap<T>> {
  return pulumi.all([resource.urn, value]).apply(([, given]) => given);
}

/** True where the program asks the engine to keep the recorded SVM, so that the given one does not count. */
export function ignoresSvm({ ignoreChanges = [] }: pulumi.CustomResourceOptions): boolean {
  return ignoreChanges.some((path) => path === "*" || /^svm($|[.[])/.test(path));
}
