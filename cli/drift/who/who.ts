import type { AuditClient, AuditOperation } from "../../../provider/rest";
import type { Place } from "../../stack/place";

/** Who can have changed an object, by the audit log of its cluster. Public in the report of format `json`. */
export interface Who {
  /** The last entries that can have done it, the newest first. */
  readonly entries: readonly WhoEntry[];
  /** Paths of recorded passwords that were set outside Pulumi since the state was written. */
  readonly passwords: readonly string[];
  /** What the log says where it has no such entry. */
  readonly note?: string;
}

/** An entry of the audit log: never a value that was given to the operation. */
export interface WhoEntry {
  /** The row that it is about, where a table lacks rows that it is to remove; absent otherwise. */
  readonly row?: string;
  /** ISO 8601 in UTC, by the array's clock. */
  readonly time: string;
  readonly user: string | null;
  /** Such as `http`, `ssh` or `console`. */
  readonly application: string | null;
  /** Address of the client. */
  readonly address: string | null;
  /** Which client named itself; `null` where none did, as in a shell. */
  readonly client: AuditClient | null;
  readonly operation: AuditOperation["command"];
  /** Names of what was given to it. */
  readonly keys: AuditOperation["keys"];
  /** True where it is none of Pulumi's and newer than the state. */
  readonly outside: boolean;
}

/** What was read of the audit log of a cluster. */
export interface AuditSource extends Place {
  /** The time since which nothing can have been missed; `null` where that is not known. */
  readonly completeSince: string | null;
  /** Why the log could not be read. */
  readonly reason?: string;
}
