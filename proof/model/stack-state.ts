import type { Bag } from "../../test/engine/bag";
import type { Kind } from "../support/provider-front";

/** A resource as the engine has it in its state. */
export interface Entry {
  readonly name: string;
  readonly kind: Kind;
  readonly id: string;
  readonly inputs: Bag;
  readonly outputs: Bag;
  /** Name of the service whose `svm` its own is taken from. */
  readonly follows: string | undefined;
  /** Why it is there and yet not as it should be; none where it is. */
  readonly initErrors: readonly string[];
  /** Deleted by a replacement that has not created its successor. */
  readonly isPendingReplacement: boolean;
}

/** The entries of a stack by name, in the order in which they came. */
export type StackState = Map<string, Entry>;

/** What the program says of a resource. */
export interface Goal {
  readonly name: string;
  readonly kind: Kind;
  /** Arguments; where `svm` follows a service, as the program gave it to that. */
  readonly args: Bag;
  readonly follows: string | undefined;
}
