import * as pulumi from "@pulumi/pulumi";

/** A resource of this run as the engine has it recorded: these properties of it, as the SDK hands out any resource's. */
class Recorded extends pulumi.CustomResource {
  constructor(type: string, urn: pulumi.URN, properties: readonly string[]) {
    const name = urn.split("::").at(-1) ?? urn;
    super(type, name, Object.fromEntries(properties.map((property) => [property, undefined])), { urn });
  }
}

/**
 * Gives a resource those of its outputs for which nothing was passed when it was registered. Pulumi's SDK drops what it
 * holds no place for, and each place costs a program more than all else of a property; so there is none, and these are
 * asked of the engine, all at once, when the first of them is read.
 */
export function addLateOutputs(resource: pulumi.CustomResource, type: string, properties: readonly string[]): void {
  const missing = properties.filter((property) => !Object.hasOwn(resource, property));
  let recorded: Recorded | undefined;
  for (const property of missing) {
    defineOnRead(resource, property, () =>
      registered(resource).apply((urn): unknown => {
        recorded ??= new Recorded(type, urn, missing);
        return Reflect.get(recorded, property);
      }),
    );
  }
}

/** Defines a property like any other, of which the value is made when it is read first. */
export function defineOnRead(target: object, property: string, make: () => unknown): void {
  const common = { configurable: true, enumerable: true };
  const set = (value: unknown) => {
    Object.defineProperty(target, property, { ...common, writable: true, value });
  };
  const get = () => {
    set(make());
    return Reflect.get(target, property);
  };
  Object.defineProperty(target, property, { ...common, get, set });
}

/**
 * The URN of a resource once the engine has recorded it. Outside of a preview one without an id was not: it failed, or
 * waited for one that did, while the run went on (`--continue-on-error`).
 */
function registered({ urn, id }: pulumi.CustomResource): pulumi.Output<pulumi.URN> {
  // Resources of a unit test with mocks are in no stack, and need no id.
  const isUnitTest = pulumi.runtime.getStackResource() === undefined;
  return isUnitTest || pulumi.runtime.isDryRun() ? urn : id.apply(() => urn);
}
