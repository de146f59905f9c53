import { isMissingRight, OntapError } from "../rest";

/** Why something could not be told, so that it can be said once for all objects concerned. */
export interface Cause {
  /** The same for errors of the same cause on one cluster. */
  readonly key: string;
  /** As a clause: `the login was refused (HTTP 401)`. */
  readonly reason: string;
  /** As sentences, with what to do next. */
  readonly message: string;
}

/** The cause of an error that concerns a whole list. */
export function causeOfList(error: OntapError): Cause {
  const root = rootOf(error);
  return { key: keyOf(root), reason: root.reason, message: root.message };
}

/**
 * The cause of an error that concerns one object, told without it. Where ONTAP does not know the SVM, `svmUuid` keeps its
 * objects apart from those of other SVMs.
 */
export function causeOfObject(error: OntapError, hint: string | undefined, svmUuid: string | undefined): Cause {
  const root = rootOf(error);
  const sentence = `${root.reason.charAt(0).toUpperCase()}${root.reason.slice(1)}.`;
  return {
    key: [keyOf(root), ...(svmUuid === undefined ? [] : [svmUuid])].join(" "),
    reason: root.reason,
    message: hint === undefined ? sentence : `${sentence} ${hint}`,
  };
}

/** An error that stands for another one, such as of a call that was not sent since the login was refused before. */
function rootOf(error: OntapError): OntapError {
  return error.cause instanceof OntapError ? rootOf(error.cause) : error;
}

/** ONTAP's own words may name the object, its code does not; which right is missing is told by the shared reason. */
function keyOf(error: OntapError): string {
  const { code, status, ontapCode, reason, shared } = error;
  const right = isMissingRight(error) ? (shared?.reason ?? "") : "";
  return [code, status ?? "", ontapCode ?? reason, right].join(" ").trimEnd();
}
