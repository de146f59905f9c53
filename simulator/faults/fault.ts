import type { InputReader } from "../input/reader";
import type { Exchange } from "../rest/call";
import type { Reply } from "../wire/reply";

/** How an exchange ends: with a reply, whole or cut in half, or with the connection gone. */
export type Outcome =
  | { readonly reply: Reply; readonly half?: true }
  /** `close` in order, `destroy` at once, `reset` with a TCP reset. */
  | { readonly connection: "close" | "destroy" | "reset" };

/** What a fault makes of an exchange; `next` is what would happen without it. */
export type Fault = (exchange: Exchange, next: Next) => Promise<Outcome>;

/** Carries an exchange on to the next fault, and in the end to the array itself. */
export type Next = (exchange: Exchange) => Promise<Outcome>;

/** A kind of fault that a rule can name. */
export interface FaultKind {
  /** Keys of a rule that only this kind has. */
  readonly keys: readonly string[];
  /** How often a rule of this kind fires if it does not say; unlimited if left out. */
  readonly times?: number;
  /** Builds the fault from a rule. Throws InputError. */
  readonly read: (rule: InputReader) => Fault;
}
