import { setImmediate as nextTurn } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import { Claims } from "../provider/lifecycle/claims";
import type { ResourceType } from "../provider/resources";
import type { SvmResult } from "./types";

/**
 * Claims by provider object, `undefined` for dynamic resources: two may have two clusters. Of one run of a program each,
 * since with inline programs of the automation API one process runs several.
 */
const claims = new WeakMap<object, Map<pulumi.ProviderResource | undefined, Claims>>();

/** Which resource is asked about, and by which of its properties its object is told from others of its type. */
export interface Declared {
  readonly type: ResourceType;
  readonly name: string;
  /** The provider object by which it runs; undefined for a dynamic resource. */
  readonly provider: pulumi.ProviderResource | undefined;
  /** Those that every such resource has. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/**
 * Refuses that two resources of a program mean the same object, as the engine has their arguments (so whatever a
 * transform or `ignoreChanges` made of them), with an error of the second one that names both. Where the engine does not
 * know a required argument yet, nothing is told.
 */
export function refuseDuplicate(
  resource: pulumi.CustomResource & { readonly svm: pulumi.Output<SvmResult> },
  { type, name, provider, required, optional }: Declared,
): void {
  // In a unit test with mocks there is no stack, and nothing that tells one program from the next.
  const run = pulumi.runtime.getStackResource();
  if (run === undefined) {
    return;
  }
  const ofRun = claims.get(run) ?? new Map<pulumi.ProviderResource | undefined, Claims>();
  const known = ofRun.get(provider) ?? new Claims();
  claims.set(run, ofRun.set(provider, known));
  const identity = new Map<string, unknown>();
  const outputOf = (property: string): pulumi.OutputInstance<unknown> => Reflect.get(resource, property);
  for (const property of [...required, ...optional]) {
    outputOf(property).apply((value) => identity.set(property, value));
  }
  pulumi.all([resource.urn, resource.svm]).apply(async ([urn]) => {
    // In a preview an output that is not known, or was not given, runs no callback. All outputs come from one response,
    // so what has not come a turn after the SVM will not come.
    await nextTurn();
    const isKnown = required.every((property) => identity.has(property));
    const fault = isKnown ? known.claim({ type, name, urn }, type, Object.fromEntries(identity)) : undefined;
    if (fault !== undefined) {
      // Once the program's main module has ended, Pulumi's SDK prints the stack even of an error that hides it.
      throw Object.assign(new pulumi.ResourceError(fault, resource, true), { stack: fault });
    }
  });
}
