import { OntapError } from "./ontap-error";

/** The error for a connection option that cannot be used. `reason` and `next` hold nothing of a secret value. */
export function wrongOption(option: string, reason: string, next?: string, cause?: unknown): OntapError {
  return new OntapError({
    code: "configuration",
    operation: `use the connection option ${option}`,
    target: option,
    reason,
    ...(next === undefined ? {} : { hint: next }),
    ...(cause === undefined ? {} : { cause }),
  });
}
