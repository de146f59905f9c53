import type { OntapClient, WireIscsiSession } from "../rest";

/** A change that could hit live sessions: which to look at, and how to judge each of them. */
export interface SessionImpact {
  readonly svmUuid: string;
  /** Which of many objects in one it is the change of, for messages. */
  readonly part?: string;
  /** The initiators whose sessions could be hit; undefined for all of the SVM. */
  readonly initiators?: readonly string[];
  /** `cut`: the session ends now. `locked-out`: it goes on, but its initiator's next login is refused. */
  readonly effect: "cut" | "locked-out";
  /**
   * How to judge a session. Called only where there are sessions, and may ask the array for what decides besides the
   * change itself. Throws where that could not be seen. Impacts on one SVM that are `judgedBy` the same are assessed
   * once.
   */
  assess(ontap: OntapClient): Promise<Assessment>;
  readonly judgedBy?: string;
}

/** Why the change hits this session, as a clause; undefined where it does not. */
export type Assessment = (session: WireIscsiSession) => string | undefined;
