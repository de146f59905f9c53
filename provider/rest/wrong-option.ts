import { OntapError } from "./ontap-error";

/** The error for a connection option that cannot be used. `outcome` and `next` hold nothing of a secret value. */
export function wrongOption(option: string, outcome: string, next?: string, cause?: unknown): OntapError {
  return new OntapError({
    code: "configuration",
    tried: `use the connection option ${option}`,
    outcome,
    ...(next === undefined ? {} : { next }),
    ...(cause === undefined ? {} : { cause }),
  });
}
