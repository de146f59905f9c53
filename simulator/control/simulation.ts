import type { Faults } from "../faults/faults";
import type { World } from "../state/world";
import type { RequestLog } from "./request-log";

/** A simulated cluster, with what watches and what disturbs the requests to it. */
export interface Simulation {
  readonly world: World;
  readonly log: RequestLog;
  readonly faults: Faults;
}
