import type { OntapClient, QueryValue, WireIscsiSession } from "../rest";

/** A change that could hit live sessions: which to look at, and how to judge each of them. */
export interface SessionImpact {
  readonly svmUuid: string;
  /** Only the sessions of this initiator; all of the SVM's without it. */
  readonly initiator?: QueryValue;
  /** `cut`: the session ends now. `barred`: it goes on, but its initiator's next login is refused. */
  readonly effect: "cut" | "barred";
  /**
   * How to judge a session. Called only where there are sessions, and may ask the array for what decides besides the
   * change itself. Throws where that could not be seen.
   */
  assess(ontap: OntapClient): Promise<Assessment>;
}

/** Why the change hits this session, as a clause; undefined where it does not. */
export type Assessment = (session: WireIscsiSession) => string | undefined;
