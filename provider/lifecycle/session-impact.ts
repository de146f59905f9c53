import type { OntapClient, QueryValue, WireIscsiSession } from "../rest";

/** A change that could hit live sessions: which to look at, and how to judge each of them. */
export interface SessionImpact {
  readonly svmUuid: string;
  /** Filters that narrow the sessions of the SVM to those that could be hit. */
  readonly sessions?: Readonly<Record<string, QueryValue>>;
  /** `cut`: the session ends now. `locked-out`: it goes on, but its initiator's next login is refused. */
  readonly effect: "cut" | "locked-out";
  /**
   * How to judge a session. Called only where there are sessions, and may ask the array for what decides besides the
   * change itself. Throws where that could not be seen.
   */
  assess(ontap: OntapClient): Promise<Assessment>;
}

/** Why the change hits this session, as a clause; undefined where it does not. */
export type Assessment = (session: WireIscsiSession) => string | undefined;
