import type { HttpRequest } from "./transport";

/** A successful answer to one call. */
export interface Reply {
  /** ONTAP's JSON object; empty where ONTAP sent no body. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly status: number;
  /** Time from sending to the last byte, in milliseconds. */
  readonly elapsedMs: number;
}

/** Sends one call and answers with ONTAP's JSON, or throws an {@link OntapError}. */
export type Exchange = (request: HttpRequest) => Promise<Reply>;
