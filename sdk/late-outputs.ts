import * as pulumi from "@pulumi/pulumi";

/** A resource of this run as the engine has it recorded: these properties of it, as the SDK hands out any resource's. */
class Recorded extends pulumi.CustomResource {
  constructor(type: string, urn: pulumi.URN, properties: readonly string[]) {
    const name = urn.split("::").at(-1) ?? urn;
    super(type, name, Object.fromEntries(properties.map((property) => [property, undefined])), { urn });
  }
}

/** What the engine is asked of a resource when the first of its late outputs is read: all of them at once. */
interface Late {
  readonly properties: readonly string[];
  recorded?: Recorded;
}

const lateOf = new WeakMap<pulumi.CustomResource, Late>();

/** By name. A resource of thousands carries no functions of its own, which would cost a program more than its values. */
const accessors = new Map<string, PropertyDescriptor>();

/**
 * Gives a resource those of its outputs for which nothing was passed when it was registered. Pulumi's SDK drops what it
 * holds no place for, and each place costs a program more than all else of a property; so there is none, and these are
 * asked of the engine, all at once, when the first of them is read.
 */
export function addLateOutputs(resource: pulumi.CustomResource, properties: readonly string[]): void {
  for (const property of properties) {
    if (!Object.hasOwn(resource, property)) {
      Object.defineProperty(resource, property, accessorOf(property));
    }
  }
}

function accessorOf(property: string): PropertyDescriptor {
  const accessor = accessors.get(property) ?? madeOnRead(property, (resource) => lateOutput(resource, property));
  accessors.set(property, accessor);
  return accessor;
}

function lateOutput(resource: pulumi.CustomResource, property: string): pulumi.Output<unknown> {
  const late = lateOf.get(resource) ?? { properties: lateProperties(resource) };
  lateOf.set(resource, late);
  return registered(resource).apply((urn): unknown => {
    late.recorded ??= new Recorded(typeOf(resource), urn, late.properties);
    return Reflect.get(late.recorded, property);
  });
}

function lateProperties(resource: pulumi.CustomResource): readonly string[] {
  return Object.entries(Object.getOwnPropertyDescriptors(resource)).flatMap(([property, { get }]) =>
    get !== undefined && get === accessors.get(property)?.get ? [property] : [],
  );
}

/** What the engine calls a resource's type, which the SDK keeps at each of them. */
function typeOf(resource: pulumi.CustomResource): string {
  return "__pulumiType" in resource ? String(resource.__pulumiType) : "";
}

/** A property like any other, of which the value is made when it is read first. For any number of resources. */
export function madeOnRead(
  property: string,
  make: (resource: pulumi.CustomResource) => unknown,
): PropertyDescriptor & ThisType<pulumi.CustomResource> {
  const common = { configurable: true, enumerable: true };
  const settle = (resource: pulumi.CustomResource, value: unknown) => {
    Object.defineProperty(resource, property, { ...common, writable: true, value });
  };
  return {
    ...common,
    get() {
      settle(this, make(this));
      return Reflect.get(this, property);
    },
    set(value) {
      settle(this, value);
    },
  };
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
