import * as pulumi from "@pulumi/pulumi";
import { wrongArgument } from "../../provider/reads/refusals";

/**
 * Checks Pulumi's options of a data function, the last argument of each: a failure is reported on `parent`. `async`
 * changes nothing, since all of them are asynchronous. Throws `configuration` for what would silently read another
 * array (`provider`), or sooner, than it was meant to (`dependsOn`, which only the Output form can honour).
 */
export function checkOptions(noun: string, opts: pulumi.InvokeOptions): void {
  const { provider, dependsOn }: pulumi.InvokeOutputOptions = opts;
  if (provider !== undefined) {
    throw wrongArgument(
      noun,
      "provider",
      "data functions run in the program, by the connection that the stack's configuration names",
      "Name another array by the argument cluster.",
    );
  }
  if (dependsOn !== undefined) {
    throw wrongArgument(
      noun,
      "dependsOn",
      "a promise cannot wait for resources",
      "Use the function that ends in Output.",
    );
  }
}

/**
 * An output that is known once the resources are there, those within components included, and that depends on them; in
 * a preview unknown while one of them has yet to be created.
 */
export function afterAll(dependsOn: pulumi.InvokeOutputOptions["dependsOn"]): pulumi.Output<unknown> {
  return pulumi.output(dependsOn).apply((given) => {
    const resources = [given ?? []].flat().filter(pulumi.Resource.isInstance);
    return pulumi.all(resources.map(whenCreated));
  });
}

function whenCreated(resource: pulumi.Resource): pulumi.Output<unknown> {
  if (pulumi.CustomResource.isInstance(resource)) {
    return pulumi.output(resource.id);
  }
  return pulumi
    .all([resource.urn, constructed(resource)])
    .apply(() => pulumi.all(childrenOf(resource).map(whenCreated)));
}

/** The end of a component's constructor and `initialize`, which the SDK keeps to itself, as it does the children. */
function constructed(component: pulumi.Resource): unknown {
  return Reflect.get(component, "__data");
}

function childrenOf(component: pulumi.Resource): readonly pulumi.Resource[] {
  const children: unknown = Reflect.get(component, "__childResources");
  return children instanceof Set ? [...children].filter(pulumi.Resource.isInstance) : [];
}
