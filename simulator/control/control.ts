import type { Certificate } from "../certificate";
import type { Faults } from "../faults/faults";
import type { LiveLogins } from "../iscsi/live-logins";
import type { SimulatedCluster } from "../state/simulated-cluster";
import type { Json, WireRecord } from "../wire/json";
import type { RequestLog } from "./request-log";

/** A simulated cluster, with what watches and what disturbs the requests to it. */
export interface Simulation {
  readonly cluster: SimulatedCluster;
  readonly log: RequestLog;
  readonly faults: Faults;
  /** Connections of initiators, which end with their sessions. */
  readonly live: LiveLogins;
  /** Undefined where the array serves without TLS. */
  readonly certificate: Certificate | undefined;
}

/** A call to the control plane. */
export interface ControlCall extends Simulation {
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
