import { OntapError } from "../rest";
import { asObject, type PropertyMap, textAt } from "../schema/property-map";
import type { CommonInputs, Computed, ResourceDefinition } from "./definition";
import { listed } from "./table/names";
import type { RowNotes } from "./table/rows";

/** Key under which the engine's dynamic host keeps the provider's text. */
export const PROVIDER_KEY = "__provider";
/** Key under which we keep what is for ourselves, with the version of its shape. */
const META_KEY = "__meta";
const META_VERSION = 1;
/** Where states of the first commits hold the same; read permanently. */
const FORMER_KEYS = { adoptedFrom: "__takenOver", owner: "__owner" } as const;

/** What is kept of a resource: its inputs, what ONTAP added, and what it was when it was adopted. */
export interface State<Inputs> {
  readonly inputs: Inputs;
  readonly computed: Partial<Computed>;
  readonly adoptedFrom: string | undefined;
  /** Tells one takeover of an object from another; undefined for an object that the resource created. */
  readonly owner?: string | undefined;
  /** True where the POST got no response and no look showed whether the object is there (see unconfirmed.ts). */
  readonly unconfirmed?: boolean;
  /** For kinds that are many objects in one: what is kept of them besides what they are. */
  readonly notes?: RowNotes | undefined;
}

/** Splits recorded outputs into their parts. */
export function stateOf<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  outputs: PropertyMap,
): State<Inputs> {
  const { notes, ...kept } = keptIn(outputs);
  // It takes the inputs alone, whatever else is recorded.
  const recorded = definition.inputs(outputs);
  requireWholeRows(definition, outputs, recorded);
  const inputs = notes === undefined ? recorded : (definition.rows?.own(recorded, notes) ?? recorded);
  const computed: Record<string, string> = {};
  for (const key of Object.keys(definition.outputs)) {
    const value = textAt(outputs, key);
    if (value !== undefined) {
      computed[key] = value;
    }
  }
  return {
    inputs,
    computed,
    ...kept,
    ...(definition.rows === undefined ? {} : { notes }),
  };
}

/** What recorded outputs hold for ourselves. */
export function keptIn(outputs: PropertyMap): Pick<State<never>, "adoptedFrom" | "owner" | "unconfirmed" | "notes"> {
  const meta = asObject(outputs[META_KEY]) ?? {};
  return {
    adoptedFrom: textAt(meta, "adoptedFrom") ?? textAt(outputs, FORMER_KEYS.adoptedFrom),
    owner: textAt(meta, "owner") ?? textAt(outputs, FORMER_KEYS.owner),
    ...(meta.unconfirmed === true ? { unconfirmed: true } : {}),
    notes: notesIn(asObject(meta.rows)),
  };
}

/** Throws `malformed` where a state that was changed by hand has rows that lack what they need. */
function requireWholeRows<Inputs extends CommonInputs, Wire>(
  { rows, noun }: ResourceDefinition<Inputs, Wire>,
  outputs: PropertyMap,
  inputs: Inputs,
): void {
  const broken = rows?.unreadable(outputs, inputs) ?? [];
  if (broken.length > 0) {
    throw new OntapError({
      code: "malformed",
      operation: `read the recorded ${noun}`,
      reason: `the state lacks what these rows need: ${listed(broken)}`,
      hint: "Remove the entry by pulumi state delete and import the table again.",
    });
  }
}

function notesIn(recorded: PropertyMap | undefined): RowNotes {
  const { unlisted, unconfirmed } = recorded ?? {};
  const rows = Object.entries(asObject(unlisted) ?? {}).map(([name, row]) => [name, asObject(row) ?? {}] as const);
  return {
    ...(rows.length === 0 ? {} : { unlisted: Object.fromEntries(rows) }),
    ...(Array.isArray(unconfirmed) ? { unconfirmed: unconfirmed.map(String) } : {}),
  };
}

/** The inputs among recorded outputs. */
export function inputsOf<Inputs extends CommonInputs, Wire>(
  { properties }: ResourceDefinition<Inputs, Wire>,
  outputs: PropertyMap,
): PropertyMap {
  const inputs: Record<string, unknown> = {};
  for (const key of Object.keys(outputs)) {
    if (Object.hasOwn(properties, key)) {
      inputs[key] = outputs[key];
    }
  }
  return inputs;
}

/** Outputs to record: every input as it was given, then what ONTAP added and what is kept for ourselves. */
export function outputsOf<Inputs extends CommonInputs>(state: State<Inputs>): PropertyMap {
  const { inputs, computed, adoptedFrom, owner, unconfirmed, notes = {} } = state;
  const rows = Object.entries(notes).filter(([, kept]) => Object.keys(kept).length > 0);
  const meta = {
    ...(adoptedFrom === undefined ? {} : { adoptedFrom }),
    ...(owner === undefined ? {} : { owner }),
    ...(unconfirmed === true ? { unconfirmed } : {}),
    ...(rows.length === 0 ? {} : { rows: Object.fromEntries(rows) }),
  };
  const hasMeta = Object.keys(meta).length > 0;
  return { ...asObject(inputs), ...computed, ...(hasMeta ? { [META_KEY]: { version: META_VERSION, ...meta } } : {}) };
}
