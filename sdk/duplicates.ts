import * as pulumi from "@pulumi/pulumi";
import { Claims, type MeantObject, objectsOf } from "../provider/lifecycle/claims";
import type { RowsOf } from "../provider/lifecycle/table/rows";
import type { ResourceType } from "../provider/resources";
import { asObject, canonical, type PropertyMap, textAt } from "../provider/schema/property-map";

/** Which resource is asked about, and by which of its properties its object is told from others of its type. */
export interface Declared {
  readonly type: ResourceType;
  readonly name: string;
  /** The provider object by which it runs; undefined for a dynamic resource. */
  readonly provider: pulumi.ProviderResource | undefined;
  /** All of them. */
  readonly identity: readonly string[];
  /** What every resource of the type has, besides them, too. */
  readonly required: readonly string[];
  /** For a type that is many objects of another type in one. */
  readonly rows?: RowsOf | undefined;
}

/** The resources of one run and one provider object. */
interface Known {
  /** The first with these values of what is required. */
  readonly first: Map<string, () => Promise<unknown>>;
  readonly claims: Claims;
}

/**
 * By provider object, `undefined` for dynamic resources: two may have two clusters. Of one run of a program each, since
 * with inline programs of the automation API one process runs several.
 */
const runs = new WeakMap<object, Map<pulumi.ProviderResource | undefined, Known>>();

/**
 * Refuses that two resources of a program mean the same object, as the engine has their arguments (so whatever a
 * transform or `ignoreChanges` made of them), with an error of the second one that names both. Where the engine does not
 * know a required argument yet, nothing is told.
 */
export function refuseDuplicate(resource: pulumi.CustomResource, declared: Declared): void {
  // In a unit test with mocks there is no stack, and nothing that tells one program from the next.
  const run = pulumi.runtime.getStackResource();
  if (run === undefined) {
    return;
  }
  const { type, provider, identity, rows } = declared;
  const ofRun = runs.get(run) ?? new Map<pulumi.ProviderResource | undefined, Known>();
  const known = ofRun.get(provider) ?? { first: new Map(), claims: new Claims() };
  runs.set(run, ofRun.set(provider, known));
  let claiming: Promise<void> | undefined;
  const claim = () => {
    claiming ??= claimed(resource, declared, known.claims);
    return claiming;
  };
  const required = identity.filter((property) => declared.required.includes(property));
  const needed = rows === undefined ? required : [...required, rows.property];
  const values = new Map<string, unknown>();
  for (const property of needed) {
    const output: pulumi.OutputInstance<unknown> = Reflect.get(resource, property);
    // In a preview no callback runs on what is not known.
    output.apply((value) => {
      values.set(property, value);
      if (values.size < needed.length) {
        return undefined;
      }
      const given = Object.fromEntries(values);
      return compared(known.first, objectsOf(type, identityIn(given, required), rows, given), claim);
    });
  }
}

/** Claims the objects of two resources only where they may be the same, since to be sure costs a call of the engine. */
async function compared(
  first: Known["first"],
  objects: readonly MeantObject[],
  claim: () => Promise<unknown>,
): Promise<void> {
  const keys = objects.map(canonical);
  const others = new Set(keys.flatMap((key) => first.get(key) ?? []));
  for (const key of keys) {
    first.set(key, first.get(key) ?? claim);
  }
  for (const other of others) {
    await other();
    await claim();
  }
}

/** Those of the values that tell a resource's object from others of its type. */
function identityIn(values: PropertyMap, properties: readonly string[]): PropertyMap {
  return Object.fromEntries(properties.map((property) => [property, values[property]]));
}

/** Claims the object of a resource, by all that the engine recorded of its identity. */
async function claimed(
  resource: pulumi.CustomResource,
  { type, name, identity, rows }: Declared,
  claims: Claims,
): Promise<void> {
  const recorded: unknown = await pulumi.runtime.invoke("pulumi:pulumi:getResource", { urn: resource.urn });
  const urn = textAt(asObject(recorded), "urn") ?? "";
  const state = asObject(asObject(recorded)?.state) ?? {};
  const faults = objectsOf(type, identityIn(state, identity), rows, state).map(([kind, own]) =>
    claims.claim({ type, name, urn }, kind, own),
  );
  const fault = faults.find((found) => found !== undefined);
  if (fault !== undefined) {
    // Once the program's main module has ended, Pulumi's SDK prints the stack even of an error that hides it.
    throw Object.assign(new pulumi.ResourceError(fault, resource, true), { stack: fault });
  }
}
