import type { IncomingHttpHeaders } from "node:http";
import type { SimulatedCluster } from "../state/simulated-cluster";

/** An `/api` request with its body read, before anything is made of it. */
export interface Exchange {
  readonly cluster: SimulatedCluster;
  readonly method: string;
  /** As the client sent it, without the query. */
  readonly path: string;
  readonly rawQuery: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Most records on a page. */
  readonly maxPage: number;
}
