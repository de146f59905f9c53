import type * as pulumi from "@pulumi/pulumi";
import { withArray } from "../../provider/reads/failure";
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
  const named = withArray(error, called.noun, () => describeArray(called.cluster));
  const known = thrown.get(named.message)?.deref();
  if (known !== undefined) {
    return known;
  }
  thrown.set(named.message, new WeakRef(named));
  return messageOnly(named, called.parent);
}
