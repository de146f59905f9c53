import type { Json, WireRecord } from "../query/types";
import type { World } from "../world";

/** A call to the control plane. */
export interface ControlCall {
  readonly world: World;
  readonly body: WireRecord;
  readonly query: URLSearchParams;
}

/** What the control plane answers. */
export interface ControlReply {
  /** HTTP status; 200 if left out. */
  readonly status?: number;
  readonly body: Json;
}

/** One call of the control plane. Throws InputError for bad input. */
export type Control = (call: ControlCall) => ControlReply;
