/** The kinds of I/O that ONTAP counts apart. */
export const operations = ["read", "write", "other"] as const;

/** One kind of I/O. */
export type Operation = (typeof operations)[number];

/** Average load of one kind of I/O over some time. */
export interface Load {
  /** I/O operations a second. */
  readonly iops: number;
  /** Microseconds from request to reply; of no weight where there was no I/O. */
  readonly latency: number;
}

/** Average load over some time, by kind. */
export type Workload = Readonly<Record<Operation, Load>>;
