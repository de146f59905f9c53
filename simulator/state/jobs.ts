import { ApiError } from "../wire/api-error";
import type { WireRecord } from "../wire/json";
import type { Clock } from "./clock";
import { stableUuid } from "./names";

/** A job as `/api/cluster/jobs/{uuid}` knows it. */
export interface Job {
  readonly uuid: string;
  readonly description: string;
  readonly startTime: Date;
  readonly endTime?: Date;
  readonly state: "running" | "success" | "failure";
  readonly error?: JobError;
  /** What `?job_results_uuid=` answers. */
  readonly results: readonly WireRecord[];
}

/** Why a job failed. */
export interface JobError {
  readonly code: string;
  readonly message: string;
}

/** How long a finished job can be asked about, in seconds. Source: "Cluster jobs endpoint overview". */
const KEPT_SECONDS = 300;

/** The cluster's jobs. */
export class Jobs {
  readonly #jobs = new Map<string, Job>();

  constructor(private readonly clock: Clock) {}

  /** Starts a job that stays running until it is ended. */
  open(description: string): Job {
    const uuid = stableUuid("job", description, String(this.#jobs.size));
    const job: Job = { uuid, description, startTime: this.clock.now(), state: "running", results: [] };
    this.#jobs.set(uuid, job);
    return job;
  }

  /** Does a job's work at once and ends it with what the work returns or throws. */
  run(job: Job, work: () => readonly WireRecord[]): void {
    try {
      this.succeed(job, work());
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      this.fail(job, error);
    }
  }

  succeed(job: Job, results: readonly WireRecord[]): void {
    this.#jobs.set(job.uuid, { ...job, endTime: this.clock.now(), state: "success", results });
  }

  fail(job: Job, { code, message }: JobError): void {
    this.#jobs.set(job.uuid, { ...job, endTime: this.clock.now(), state: "failure", error: { code, message } });
  }

  /** A job by its UUID; undefined where there is none, or where it ended more than 300 seconds ago. */
  get(uuid: string): Job | undefined {
    const job = this.#jobs.get(uuid);
    if (job?.endTime === undefined) {
      return job;
    }
    return this.clock.now().getTime() - job.endTime.getTime() > KEPT_SECONDS * 1000 ? undefined : job;
  }
}
