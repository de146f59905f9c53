import type { ResourceType } from "../../provider/resources";
import type { Bag } from "../../test/engine/bag";

/** A resource as a program declares it. */
export interface Declared {
  readonly name: string;
  readonly type: ResourceType;
  readonly args: Bag;
  /** Name of the service whose `svm` it takes, and with which it is therefore replaced. */
  readonly on?: string;
}

/** Resources in the order in which a program creates them: each after what it needs. */
export type Program = readonly Declared[];

/** A resource as the engine has it in its state. */
export interface Entry extends Pick<Declared, "name" | "type" | "on"> {
  readonly id: string;
  readonly inputs: Bag;
  readonly outputs: Bag;
  /** True where it was recorded with an error, so that the next run updates it whatever a diff says. */
  readonly isIncomplete: boolean;
}

/** A stack's state, by name, in the order in which the resources were created. */
export type StackState = ReadonlyMap<string, Entry>;
