import type { Faults } from "../faults/faults";
import type { SimulatedCluster } from "../state/simulated-cluster";
import type { RequestLog } from "./request-log";

/** A simulated cluster, with what watches and what disturbs the requests to it. */
export interface Simulation {
  readonly cluster: SimulatedCluster;
  readonly log: RequestLog;
  readonly faults: Faults;
}
