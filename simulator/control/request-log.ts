import type { Clock } from "../state/clock";

/** An `/api` request as `GET /requests` shows it. */
export interface LoggedRequest {
  readonly method: string;
  /** As the client sent it, without the query. */
  readonly path: string;
  /** As the client sent it, without `?`. */
  readonly query: string;
  /** Zero where no reply was sent, or none yet. */
  status: number;
  /** Arrival, ISO 8601, by the simulator's clock. */
  readonly at: string;
  /** Milliseconds from arrival to the end of the reply; zero while it is under way. */
  ms: number;
  /** Requests in flight when this one had arrived, itself included. */
  readonly inFlight: number;
}

/** Counts since the log was last forgotten. */
export interface Stats {
  readonly requests: number;
  readonly writes: number;
  readonly maxInFlight: number;
}

/** Every `/api` request so far. */
export class RequestLog {
  #entries: LoggedRequest[] = [];
  #inFlight = 0;

  constructor(private readonly clock: Clock) {}

  /** Enters a request on arrival. The returned function ends it and returns its duration; only the first call counts. */
  enter(method: string, path: string, query: string): (status: number) => number | undefined {
    this.#inFlight += 1;
    const started = performance.now();
    const at = this.clock.now().toISOString();
    const entry: LoggedRequest = { method, path, query, status: 0, at, ms: 0, inFlight: this.#inFlight };
    this.#entries.push(entry);
    let open = true;
    return (status) => {
      if (!open) {
        return undefined;
      }
      open = false;
      this.#inFlight -= 1;
      entry.status = status;
      entry.ms = Math.round((performance.now() - started) * 1000) / 1000;
      return entry.ms;
    };
  }

  entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  stats(): Stats {
    const writes = this.#entries.filter((entry) => ["POST", "PATCH", "DELETE"].includes(entry.method)).length;
    const maxInFlight = this.#entries.reduce((most, entry) => Math.max(most, entry.inFlight), 0);
    return { requests: this.#entries.length, writes, maxInFlight };
  }

  forget(): void {
    this.#entries = [];
  }
}
