import type { WireIscsiCredential, WireIscsiSession } from "../rest";

/** Credential rows that decide what happens to a session, as far as they had to be read. */
export interface DecidingRows {
  /** The SVM's `default` row. */
  readonly fallback: WireIscsiCredential | undefined;
  /** Initiators that have a row of their own. */
  readonly initiators: ReadonlySet<string>;
}

/** A change that could hit live sessions: which to look at, and how to judge each of them. */
export interface Concern {
  readonly svmUuid: string;
  /** Only the sessions of this initiator; all of the SVM's without it. */
  readonly initiator?: string;
  /** `cut`: the session ends now. `barred`: it goes on, but its initiator's next login is refused. */
  readonly effect: "cut" | "barred";
  /** True where the judgement needs the SVM's credential rows, since the `default` row comes into play. */
  readonly needsRows: boolean;
  /** Why the change hits this session, as a clause; undefined where it does not. */
  judge(session: WireIscsiSession, rows: DecidingRows): string | undefined;
}
