import { ACCESS_DENIED, NOT_AUTHORIZED } from "./codes";
import type { OntapError } from "./ontap-error";
import type { HttpRequest } from "./transport";

/** What a role must have for a call: the path of a collection and the least access that allows the method there. */
export interface Right {
  /** From `/api` on, without the key of an object, since a role cannot be limited to one. */
  readonly path: string;
  readonly access: string;
}

/** Least access by method. Source: "Manage security roles" of ONTAP's REST API reference. */
const leastAccess: Readonly<Record<string, string>> = {
  GET: "readonly",
  POST: "read_create",
  PATCH: "read_modify",
  DELETE: "all",
};

/** Levels that only ONTAP 9.11 and later know; earlier ones have `all` for every write. */
const GRANULAR = /^read_/;

/** Keys of objects begin with a UUID. */
const FROM_FIRST_UUID = /\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\/.*)?$/i;

/**
 * True where the array knows the login and refuses it the right: 6, 6691623 (which ONTAP's documents list with HTTP 400),
 * or HTTP 403 without a code. A login that it does not know is a 401.
 */
export function isMissingRight({ status, ontapCode }: Pick<OntapError, "status" | "ontapCode">): boolean {
  return ontapCode === undefined
    ? status === 403
    : status !== 401 && [ACCESS_DENIED, NOT_AUTHORIZED].includes(ontapCode);
}

/** The right that a call needs. */
export function rightFor({ method, path }: Pick<HttpRequest, "method" | "path">): Right {
  const [withoutQuery = ""] = path.split("?", 1);
  return { path: withoutQuery.replace(FROM_FIRST_UUID, ""), access: leastAccess[method] ?? "all" };
}

/** What to do about a right that a login lacks, as a sentence. */
export function adviceForRight({ path, access }: Right): string {
  const early = GRANULAR.test(access) ? ", before ONTAP 9.11 all," : "";
  return `Give the login's role the access ${access}${early} to ${path} (docs/security.md).`;
}
