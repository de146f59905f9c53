import type { AuditCommand, AuditedObject, AuditField, AuditKey, AuditOperation } from "./operation";
import type { Reach, Target } from "./target";

/** What was read of `input`, with what names its objects; it does not leave this folder. */
export interface Draft<Command extends AuditCommand = AuditCommand>
  extends Omit<AuditOperation<AuditedObject>, "objects" | "client"> {
  readonly command: Command;
  readonly reach: Reach;
  /** Several for a request of several records. */
  readonly targets: readonly Target[];
}

/** A draft of what was called with these keys. */
export function draft<Command extends AuditCommand>(
  command: Command,
  action: AuditOperation["action"],
  reach: Reach,
  targets: readonly Target[],
  given: { readonly keys: readonly AuditKey[]; readonly fields: readonly AuditField[]; readonly more: boolean },
): Draft<Command> {
  const { keys, fields, more } = given;
  return { command, action, reach, targets, keys, fields: [...new Set(fields)], mayHaveSetMore: more };
}
