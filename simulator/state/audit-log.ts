import type { Clock } from "./clock";
import type { Settings } from "./settings";

/** What became of an operation when the entry was made. */
export const auditStates = ["pending", "success", "error"] as const;
export type AuditState = (typeof auditStates)[number];

/** An operation, as somebody asked for it. */
export interface AuditedOperation {
  /** How it came in: `http`, `ssh`, `console`, `ontapi`, `internal`. */
  readonly application: string;
  /** Address of the client; empty for the console. */
  readonly location: string;
  readonly user: string;
  readonly role?: string;
  /** The operation as ONTAP logs it, see {@link auditInput}. */
  readonly input: string;
  /** Name of the SVM that it is confined to; absent for an operation of the cluster. */
  readonly svm?: string;
}

/** An entry of the log. */
export interface AuditEntry extends AuditedOperation {
  readonly timestamp: Date;
  /** Counts up for as long as the log exists. */
  readonly index: number;
  readonly state: AuditState;
  /** Why it failed. */
  readonly message?: string;
  readonly sessionId: string;
  /** The same for the entries of one operation. */
  readonly commandId: string;
}

/** How it ended; `pending` for an entry that says that it began. */
interface Ending {
  readonly state: AuditState;
  readonly message?: string;
}

type Limits = Pick<Settings, "auditFiles" | "auditFileEntries">;

/** The audit log: files of a limited number of entries, of which the oldest is deleted when there are too many. */
export class AuditLog {
  #files: AuditEntry[][] = [[]];
  #index = 0;
  #commands = 0;

  constructor(
    private readonly clock: Clock,
    private readonly limits: Limits,
  ) {}

  /** Enters an operation as pending. The returned function enters what became of it, under the same command. */
  begin(operation: AuditedOperation): (ending: Ending) => void {
    const commandId = this.#nextCommand();
    this.#add(operation, { state: "pending" }, commandId, this.clock.now());
    return (ending) => this.#add(operation, ending, commandId, this.clock.now());
  }

  /** Enters one entry, of any time. Default: now. */
  enter(operation: AuditedOperation, ending: Ending, timestamp: Date = this.clock.now()): AuditEntry {
    return this.#add(operation, ending, this.#nextCommand(), timestamp);
  }

  /** Every entry that is still there, in the order in which they were made. */
  entries(): readonly AuditEntry[] {
    return this.#files.flat();
  }

  #nextCommand(): string {
    this.#commands += 1;
    return `0:${this.#commands}`;
  }

  #add(operation: AuditedOperation, ending: Ending, commandId: string, timestamp: Date): AuditEntry {
    this.#index += 1;
    const sessionId = commandId;
    const entry = { ...operation, ...ending, timestamp, index: this.#index, sessionId, commandId };
    this.#currentFile().push(entry);
    return entry;
  }

  #currentFile(): AuditEntry[] {
    const { auditFiles, auditFileEntries } = this.limits;
    const last = this.#files.at(-1);
    if (last !== undefined && last.length < auditFileEntries) {
      return last;
    }
    const next: AuditEntry[] = [];
    this.#files = [...this.#files, next].slice(-auditFiles);
    return next;
  }
}
