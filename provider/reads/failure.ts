import { OntapError } from "../rest";

/**
 * The error of a read as its user gets it: it names the array (`the array at https://... (ontap-iscsi:host)`) wherever
 * the trouble is not in what was configured.
 */
export function withArray(error: OntapError, noun: string, describeArray: () => string): OntapError {
  if (error.code === "configuration") {
    // Made again, so that nothing is changed of an error that somebody else may hold.
    return renamed(error, error.operation);
  }
  const array = describeArray();
  if (error.status === 401) {
    const first = error.cause instanceof OntapError && error.cause.status === 401 ? error.cause : error;
    return renamed(first, `log in to ${array}`);
  }
  if (error.code === "unreachable") {
    return renamed(error, `reach ${array}`);
  }
  return /^[A-Z]+ \//.test(error.operation)
    ? error.forOperation(`read ${noun}s from ${array}`)
    : renamed(error, `${error.operation} on ${array}`);
}

function renamed(error: OntapError, operation: string): OntapError {
  const { code, reason, hint, status, ontapCode, target } = error;
  return new OntapError({
    code,
    operation,
    reason,
    ...(hint === undefined ? {} : { hint }),
    ...(status === undefined ? {} : { status }),
    ...(ontapCode === undefined ? {} : { ontapCode }),
    ...(target === undefined ? {} : { target }),
    cause: error,
  });
}
