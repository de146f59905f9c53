/** A message that a user can meet, and what provokes it. */
export interface Message {
  /** What the user did, or what happened: ends "When ...". */
  readonly when: string;
  /** Provokes it; resolves to what the user reads. */
  provoke(): Promise<string>;
}

/** Messages that have one subject. */
export interface Chapter {
  readonly title: string;
  readonly messages: readonly Message[];
}

/** The message of what the work throws; fails where it throws nothing. */
export async function thrownBy(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error("it threw nothing");
}
