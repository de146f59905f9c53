import type { CommonInputs, ResourceDefinition } from "./definition";
import { guard } from "./guard";
import { plannedOn } from "./planned";
import type { ProviderContext } from "./provider-context";
import { changeSubject, deleteSubject, svmKeys } from "./subjects";
import type { Target } from "./target";

/** A change of an object, or without `want` its deletion, that could hit live sessions. */
export interface GuardedChange<Inputs> {
  /** What is tried, for messages: `change the iSCSI service of SVM svm1`. */
  readonly operation: string;
  readonly have: Inputs;
  readonly want: Inputs | undefined;
  /** True where the user allows it whatever it hits: nobody is asked. */
  readonly isForced: boolean;
  /** How the user can allow it. Default: by `forceDisconnect`. */
  readonly allowance?: string;
}

/** The change of an object from what it is to what the program wants. */
export function changeOf<Inputs extends CommonInputs, Wire>(
  { title }: ResourceDefinition<Inputs, Wire>,
  have: Inputs,
  want: Inputs,
): GuardedChange<Inputs> {
  return { operation: `change ${title(want)}`, have, want, isForced: want.forceDisconnect === true };
}

/**
 * Looks whether a planned change would hit live sessions, together with what else is planned on the SVM, and throws
 * `guarded` if it would. The look serves the write that follows it. A change that can hit nobody asks nobody.
 */
export async function lookInPlan<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  target: Target<Inputs, Wire>,
  change: GuardedChange<Inputs>,
): Promise<void> {
  const impacts = impactsOf(context, target, change);
  const { permits } = context.memory;
  if (impacts.length > 0 && !change.isForced) {
    const look = permits.beginLook(svmKeys(target.ontap, target.names));
    await guard(target.ontap, change.operation, impacts, change.allowance);
    permits.grantChecked(permitSubject(target, change), look);
  }
}

/** The same where the write is sent, with the SVM locked; looks only where no look of the plan is recent enough. */
export async function lookAtWrite<Inputs extends CommonInputs, Wire>(
  context: ProviderContext,
  target: Target<Inputs, Wire>,
  change: GuardedChange<Inputs>,
): Promise<void> {
  const impacts = impactsOf(context, target, change);
  const isPermitted = context.memory.permits.consume(
    permitSubject(target, change),
    svmKeys(target.ontap, target.names),
  );
  if (impacts.length > 0 && !change.isForced && !isPermitted) {
    await guard(target.ontap, change.operation, impacts, change.allowance);
  }
}

function impactsOf<Inputs extends CommonInputs, Wire>(
  { memory }: ProviderContext,
  { definition, key, ontap, state }: Target<Inputs, Wire>,
  { have, want }: GuardedChange<Inputs>,
) {
  return definition.sessionImpact(key, have, want, plannedOn(memory, ontap, key), state.notes);
}

/** Names a change, or without `want` the deletion, for the permits. */
export function permitSubject<Inputs extends CommonInputs, Wire>(
  { definition, key, ontap }: Target<Inputs, Wire>,
  { want }: Pick<GuardedChange<Inputs>, "want">,
): string {
  return want === undefined ? deleteSubject(definition, ontap, key) : changeSubject(definition, ontap, key, want);
}
