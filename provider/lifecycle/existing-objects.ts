import { type OntapClient, OntapError, query } from "../rest";
import { leaves } from "../schema/leaves";
import { asObject, canonical, type PropertyMap, textAt, valueAt } from "../schema/property-map";
import { type SvmReference, svmOf } from "../schema/svm";
import { hasUnknown, isUnknown } from "../schema/unknown";
import { fieldsOf, isAlwaysThere, type Property } from "../spec/property";
import { differences } from "./compare";
import type { CommonInputs, ResourceDefinition } from "./definition";
import { knownOr } from "./known-or";
import { objectsById } from "./objects-by-id";
import type { ProviderContext } from "./provider-context";
import type { Existing } from "./table/rows";

/** What adopting the object of these arguments would change, as a clause; undefined where there is no such object. */
type Adoption = (news: PropertyMap) => string | undefined;

/** What this process knows of objects that exist where it plans to create one. */
export class ExistingObjects {
  readonly #adoptions = new Map<string, Promise<Adoption>>();
  readonly #rows = new Map<string, Promise<Existing>>();
  readonly #recorded = new Map<string, SvmReference[]>();

  /** What is there to be adopted on one SVM, listed once. */
  adoptions(subject: string, list: () => Promise<Adoption>): Promise<Adoption> {
    const known = this.#adoptions.get(subject) ?? list();
    this.#adoptions.set(subject, known);
    return known;
  }

  /** What a table with certain arguments meets, listed once. */
  once(subject: string, list: () => Promise<Existing>): Promise<Existing> {
    const known = this.#rows.get(subject) ?? list();
    this.#rows.set(subject, known);
    return known;
  }

  /** Notes an object that the state holds. */
  noteRecorded<Inputs extends CommonInputs, Wire>(
    definition: ResourceDefinition<Inputs, Wire>,
    recorded: PropertyMap,
  ): void {
    const kin = kinOf(definition, recorded);
    const svms = this.#recorded.get(kin) ?? [];
    svms.push(svmOf(recorded));
    this.#recorded.set(kin, svms);
  }

  /** True where the state holds the object: one of its own that is replaced, and neither adopted nor in the way. */
  isRecorded<Inputs extends CommonInputs, Wire>(
    definition: ResourceDefinition<Inputs, Wire>,
    news: PropertyMap,
  ): boolean {
    return (this.#recorded.get(kinOf(definition, news)) ?? []).some((svm) => mayBeSame(svm, svmOf(news)));
  }
}

/**
 * Says, in a planned create, what is known to exist already: of an object that is to be adopted, each property that would
 * change; of one that is not, that the create would fail, where the probe has shown it (`found`). Returns what is wrong
 * with the arguments in the face of what is there; undefined for nothing.
 */
export async function tellOfExisting<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  news: PropertyMap,
  found: readonly SvmReference[],
): Promise<string | undefined> {
  const isNamed = Object.entries(definition.properties).every(
    ([name, property]) => !(isAlwaysThere(property) && isOpen(property, news[name])),
  );
  if (!isNamed || context.memory.existing.isRecorded(definition, news)) {
    return undefined;
  }
  const want = definition.inputs(news);
  const { noun, type } = definition;
  if (definition.rows !== undefined) {
    const { rows } = definition;
    const { note, failure } = await context.memory.existing.once(canonical([type, news]), () =>
      rows.existing(context, want, news),
    );
    if (note !== undefined) {
      context.note(`${type}: ${definition.title(want)}: ${note}`);
    }
    return failure;
  }
  if (want.adopt === true || definition.builtIn?.is(want) === true) {
    const change = (await adoptionsOn(context, definition, want))(news);
    if (change !== undefined) {
      context.note(`${type}: ${definition.title(want)} exists and is adopted; ${change}`);
    }
  } else if (definition.prerequisiteOf !== undefined && found.some((svm) => mayBeSame(svm, want.svm))) {
    context.note(
      `${type}: ${definition.title(want)} cannot be created, since the SVM has an ${noun} already. Set adopt: true to adopt it, or import it`,
    );
  }
  return undefined;
}

/** True where a value is not known enough to tell the object; of rows the names do. */
function isOpen({ type }: Property, value: unknown): boolean {
  return type === "map" ? isUnknown(value) : hasUnknown(value);
}

function adoptionsOn<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  definition: ResourceDefinition<Inputs, Wire>,
  { svm, cluster }: Inputs,
): Promise<Adoption> {
  const ontap = context.connections.client(cluster);
  const subject = `${ontap.origin} ${definition.type} ${svm.uuid?.toLowerCase() ?? `name ${svm.name}`}`;
  return context.memory.existing.adoptions(subject, () =>
    listed(definition, ontap, svm).catch((error: unknown) => {
      if (!(error instanceof OntapError)) {
        throw error;
      }
      context.note(
        `${definition.type}: what would be adopted on SVM ${svm.name ?? svm.uuid} could not be told: ${error.reason}`,
      );
      return () => undefined;
    }),
  );
}

async function listed<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  ontap: OntapClient,
  { uuid, name }: SvmReference,
): Promise<Adoption> {
  const wires = await definition.list(ontap, {
    ...(uuid === undefined ? { svmNames: query.anyOf(name ?? "") } : { svmUuids: [uuid] }),
    onMalformed: () => undefined,
  });
  const objects = objectsById(definition, wires);
  const [svmUuid] = wires.map((wire) => definition.keyOf(wire).svmUuid);
  return (news) => {
    const wire =
      svmUuid === undefined
        ? undefined
        : objects.find(definition.id(definition.keyOn(svmUuid, definition.inputs(news))));
    return wire === undefined ? undefined : changeTo(definition, wire, news);
  };
}

/** What would change of an object that is adopted; of what is not known yet nothing is told. */
function changeTo<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  wire: Wire,
  news: PropertyMap,
): string {
  const have = definition.observed(wire, definition.inputs(news));
  const want = definition.inputs(knownOr(asObject(have) ?? {}, news));
  const wanted = leaves(definition.withoutSecrets(want));
  const changes = differences(shownBy(definition, wire, leaves(definition.withoutSecrets(have))), wanted)
    .filter(({ property }) => isShown(definition, property))
    .map(({ property, recorded, actual }) => `${property} from ${text(recorded)} to ${text(actual)}`);
  const secrets = [...leaves(want).keys()].filter((path) => !wanted.has(path));
  return [
    changes.length === 0 ? "nothing that ONTAP shows changes" : `it changes ${changes.join(", ")}`,
    ...(secrets.length === 0
      ? []
      : [`${secrets.join(" and ")} ${secrets.length === 1 ? "is" : "are"} sent, since ONTAP shows no passwords`]),
  ].join("; ");
}

/**
 * What the object itself shows. Where it shows nothing of a property, a comparison with a state takes what is recorded;
 * here that is only what the program wants.
 */
function shownBy<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  wire: Wire,
  seen: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, unknown> {
  const shown = asObject(definition.observed(wire, undefined)) ?? {};
  return new Map([...seen].filter(([path]) => valueAt(shown, topOf(path)) !== undefined));
}

/** True for a property of the object itself: others say where it is and how to treat it. */
function isShown<Inputs extends CommonInputs, Wire>(
  { properties }: ResourceDefinition<Inputs, Wire>,
  path: string,
): boolean {
  const name = topOf(path);
  const property = properties[name];
  return property !== undefined && property.replaces === undefined && fieldsOf({ [name]: property }).length > 0;
}

function topOf(path: string): string {
  return path.split(".", 1)[0] ?? "";
}

function text(value: unknown): string {
  return value === null ? "none" : JSON.stringify(value);
}

/** What an object has in common with one of the same name on any SVM of the cluster. */
function kinOf<Inputs extends CommonInputs, Wire>(
  { type, namedBy }: ResourceDefinition<Inputs, Wire>,
  properties: PropertyMap,
): string {
  return canonical([
    type,
    textAt(properties, "cluster"),
    namedBy === undefined ? undefined : properties[namedBy.property],
  ]);
}

function mayBeSame(a: SvmReference, b: SvmReference): boolean {
  return a.uuid !== undefined && b.uuid !== undefined
    ? a.uuid.toLowerCase() === b.uuid.toLowerCase()
    : a.name !== undefined && a.name === b.name;
}
