import { ForeignError } from "./cause";

/**
 * What kind of trouble an {@link OntapError} reports; the value to branch on.
 *
 * - `configuration`: an option or argument is missing or wrong; nothing was sent.
 * - `api-error`: ONTAP answered with an error of its own; `ontapCode` holds its code.
 * - `unreachable`: no response could be had, and the call changes nothing by itself (a read).
 * - `uncertain`: a write was sent and no response came back; it may or may not have taken effect.
 * - `malformed`: something answered, but not what ONTAP's documents describe (a proxy's page, the wrong shape).
 * - `incomplete`: a list ended in a way that does not prove that it was whole.
 * - `not-found`: a `get` of one object found none.
 * - `ambiguous`: a `find` matched more than one object.
 * - `conflict`: the object exists already, or exists in a form that must not be taken over.
 * - `guarded`: the change would take hosts off their disks and was not sent.
 */
export type OntapErrorCode =
  | "configuration"
  | "api-error"
  | "unreachable"
  | "uncertain"
  | "malformed"
  | "incomplete"
  | "not-found"
  | "ambiguous"
  | "conflict"
  | "guarded";

/** Trouble that other objects of the cluster, or of the SVM, meet in the same way. */
export interface SharedTrouble {
  readonly scope: "cluster" | "svm";
  /** What it is, in a clause, the same for every object: `no response (ECONNREFUSED)`. */
  readonly reason: string;
}

/** The parts from which an {@link OntapError} is made. None of them may hold a request body or a secret. */
export interface OntapErrorParts {
  readonly code: OntapErrorCode;
  /** What was tried, on which object: `create the iSCSI service of SVM "svm1"`, or `GET /api/...`. */
  readonly operation: string;
  /** What came of it, in a clause: `ONTAP refused it: ...`. */
  readonly reason: string;
  /** What the reader can do next, as a sentence. */
  readonly hint?: string;
  readonly status?: number;
  readonly ontapCode?: string;
  readonly target?: string;
  readonly retryAfterS?: number;
  /** Given where the object has no part in the trouble. */
  readonly shared?: SharedTrouble | undefined;
  /** What led to it. Of an error that is no {@link OntapError} only name and code are kept. */
  readonly cause?: unknown;
}

/**
 * The one error type of this package. Its message says what was tried, on which object, what ONTAP answered (with its
 * code) and what to do next; neither it nor its causes hold a request body, a password or a token.
 *
 * @example
 * try { await ontap.iscsiServices.get(uuid); }
 * catch (error) { if (error instanceof OntapError && error.ontapCode === "5374078") { ... } }
 */
export class OntapError extends Error {
  override readonly name = "OntapError";
  /** The kind of trouble; stable across releases. */
  readonly code: OntapErrorCode;
  /** HTTP status of the answer, where there was one. */
  readonly status: number | undefined;
  /** ONTAP's own error code as a string (`"5374078"`), where ONTAP gave one. */
  readonly ontapCode: string | undefined;
  /** The input field that ONTAP blames, in wire form (`initiator_address.ranges.start`), or the connection option. */
  readonly target: string | undefined;
  /** Seconds that the array asked to wait before the next try. */
  readonly retryAfterS: number | undefined;
  /** Set where the object has no part in the trouble, so that others meet it in the same way. */
  readonly shared: SharedTrouble | undefined;
  /** What was tried and on which object. */
  readonly operation: string;
  /** What came of it. */
  readonly reason: string;
  /** What to do next. */
  readonly hint: string | undefined;

  constructor(parts: OntapErrorParts) {
    super(sentence(parts), parts.cause === undefined ? undefined : { cause: withoutContent(parts.cause) });
    this.code = parts.code;
    this.operation = parts.operation;
    this.reason = parts.reason;
    this.hint = parts.hint;
    this.status = parts.status;
    this.ontapCode = parts.ontapCode;
    this.target = parts.target;
    this.retryAfterS = parts.retryAfterS;
    this.shared = parts.shared;
  }

  /** The same trouble, described by the object that the user knows instead of the HTTP call. */
  forOperation(operation: string, hint: string | undefined = this.hint): OntapError {
    return new OntapError({
      code: this.code,
      operation,
      reason: `${this.reason} [${this.operation}]`,
      ...(hint === undefined ? {} : { hint }),
      ...(this.status === undefined ? {} : { status: this.status }),
      ...(this.ontapCode === undefined ? {} : { ontapCode: this.ontapCode }),
      ...(this.target === undefined ? {} : { target: this.target }),
      shared: this.shared,
      cause: this.cause,
    });
  }
}

function withoutContent(cause: unknown): Error {
  return cause instanceof OntapError || cause instanceof ForeignError ? cause : new ForeignError(cause);
}

/** An outcome that ends in a list, one entry a line, goes on without a full stop. */
function sentence({ operation, reason, hint = "" }: OntapErrorParts): string {
  const told = /[.!?\n]$/.test(reason) ? reason : `${reason}.`;
  return `Could not ${operation}: ${told}${told.endsWith("\n") || hint === "" ? "" : " "}${hint}`;
}

/** An {@link OntapError} that ONTAP gave with a code of its own. */
export type ApiError = OntapError & { readonly ontapCode: string };

/** True for a refusal by ONTAP with one of these codes. */
export function isApiError(error: unknown, ...ontapCodes: readonly string[]): error is ApiError {
  return (
    error instanceof OntapError &&
    error.code === "api-error" &&
    error.ontapCode !== undefined &&
    ontapCodes.includes(error.ontapCode)
  );
}
