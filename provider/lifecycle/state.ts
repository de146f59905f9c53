import { type PropertyMap, textAt } from "../schema/property-map";
import type { CommonInputs, Computed, ResourceDefinition } from "./definition";

/** Key under which the engine's dynamic host keeps the provider's text. */
export const PROVIDER_KEY = "__provider";
/** Key under which an object that ONTAP made itself remembers what it was when it was taken over. */
const ADOPTED_FROM_KEY = "__takenOver";
/** Key under which a resource that took over an object is told from others that manage the same object. */
const OWNER_KEY = "__owner";
/** Key that marks an object of which nobody knows whether it was created. */
const UNCONFIRMED_KEY = "__unconfirmed";
const COMPUTED_KEYS = ["svmName", "svmUuid", "targetName"] as const;

/** What is kept of a resource: its inputs, what ONTAP added, and what it was when it was taken over. */
export interface State<Inputs> {
  readonly inputs: Inputs;
  readonly computed: Partial<Computed>;
  readonly adoptedFrom: string | undefined;
  /** Tells one takeover of an object from another; undefined for an object that the resource created. */
  readonly owner?: string | undefined;
  /** True where the POST got no answer and no look told whether the object is there (see unconfirmed.ts). */
  readonly unconfirmed?: boolean;
}

/** Splits recorded outputs into their parts. */
export function stateOf<Inputs extends CommonInputs, Wire>(
  definition: ResourceDefinition<Inputs, Wire>,
  outputs: PropertyMap,
): State<Inputs> {
  const [svmName, svmUuid, targetName] = COMPUTED_KEYS.map((key) => textAt(outputs, key));
  return {
    inputs: definition.inputs(inputsOf(outputs)),
    computed: {
      ...(svmName === undefined ? {} : { svmName }),
      ...(svmUuid === undefined ? {} : { svmUuid }),
      ...(targetName === undefined ? {} : { targetName }),
    },
    adoptedFrom: textAt(outputs, ADOPTED_FROM_KEY),
    owner: textAt(outputs, OWNER_KEY),
    ...(outputs[UNCONFIRMED_KEY] === true ? { unconfirmed: true } : {}),
  };
}

/** The inputs among recorded outputs: everything but what ONTAP added and what is kept for ourselves. */
export function inputsOf(outputs: PropertyMap): PropertyMap {
  const computed: readonly string[] = COMPUTED_KEYS;
  return Object.fromEntries(
    Object.entries(outputs).filter(([key]) => !computed.includes(key) && !key.startsWith("__")),
  );
}

/** Outputs to record: every input as it was given, then what ONTAP added. */
export function outputsOf<Inputs extends CommonInputs>(state: State<Inputs>): PropertyMap {
  const own = { [ADOPTED_FROM_KEY]: state.adoptedFrom, [OWNER_KEY]: state.owner, [UNCONFIRMED_KEY]: state.unconfirmed };
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...Object.entries({ ...state.inputs, ...state.computed }), ...given]);
}
