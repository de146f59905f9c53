import { type AccessLevel, allows } from "../../simulator/access/access-level";
import type { Privilege } from "../../simulator/access/role";

/** What a task asked of the array: the method, and the collection that it is of. */
export interface Use {
  readonly method: string;
  readonly path: string;
}

const leastAccess: Readonly<Record<string, AccessLevel>> = {
  GET: "readonly",
  POST: "read_create",
  PATCH: "read_modify",
  DELETE: "all",
};

/** The rights that uses need and a lessened privilege does not give. */
export function missingRights(uses: readonly Use[], { path, access }: Privilege): readonly Privilege[] {
  return uses
    .filter((use) => isBelow(use.path, path) && !allows(access, use.method))
    .map((use) => ({ path, access: leastAccess[use.method] ?? "all" }));
}

/** True where a message names one of these rights by path and access. */
export function namesOneOf(message: string, rights: readonly Privilege[]): boolean {
  return rights.some(({ path, access }) =>
    [
      `the access ${access} to ${path} `,
      `the access ${access}, before ONTAP 9.11 all, to ${path} `,
      `lacks ${access} on ${path}.`,
      `-api ${path} -access ${access} `,
    ].some((words) => message.includes(words)),
  );
}

function isBelow(path: string, of: string): boolean {
  return path === of || path.startsWith(`${of}/`);
}
