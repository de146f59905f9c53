import type * as pulumi from "@pulumi/pulumi";
import { OntapError } from "../../provider/rest";
import { describeArray } from "../connections";
import { messageOnly } from "../program-error";

/** What a data function was called for. */
export interface Called {
  /** What it reads: `iSCSI session`. */
  readonly noun: string;
  readonly cluster: string | undefined;
  readonly parent: pulumi.Resource | undefined;
}

/** Errors that were thrown, by their message. */
const thrown = new Map<string, WeakRef<OntapError>>();

/**
 * The error of a data function as a program gets it: it names the array and what its address is configured by, and
 * Pulumi reports it by its message alone. Calls that fail for one cause, as all calls to an array that cannot be
 * reached, throw one and the same error, since Pulumi reports each error once.
 */
export function failureOf(error: unknown, called: Called): unknown {
  if (!(error instanceof OntapError)) {
    return error;
  }
  const named = withArray(error, called);
  const known = thrown.get(named.message)?.deref();
  if (known !== undefined) {
    return known;
  }
  thrown.set(named.message, new WeakRef(named));
  return messageOnly(named, called.parent);
}

function withArray(error: OntapError, { noun, cluster }: Called): OntapError {
  if (error.code === "configuration") {
    // Made again, so that nothing is changed of an error that somebody else may hold.
    return renamed(error, error.operation);
  }
  const array = describeArray(cluster);
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
