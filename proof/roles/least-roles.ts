import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AccessLevel, accessLevels } from "../../simulator/access/access-level";
import type { Privilege } from "../../simulator/access/role";

const PAGE = join(__dirname, "../../docs/security.md");
const ROW = /^\| (\w+) \| `(\/api[^`]*)` \| (\w+) \|$/gm;

/** The least role of each task, as docs/security.md states it. */
export function leastRoles(): ReadonlyMap<string, readonly Privilege[]> {
  const roles = new Map<string, Privilege[]>();
  for (const [, task = "", path = "", stated = ""] of readFileSync(PAGE, "utf8").matchAll(ROW)) {
    const access = accessLevels.find((level) => level === stated);
    if (access === undefined) {
      throw new Error(`docs/security.md has ${task} ${path} with ${stated}, which is no access level`);
    }
    roles.set(task, [...(roles.get(task) ?? []), { path, access }]);
  }
  return roles;
}

/** A role that lacks something of the least one. */
export interface LesserRole {
  /** What became of the one privilege that is less than it should be. */
  readonly lessened: Privilege;
  readonly privileges: readonly Privilege[];
}

/** Each access level below one: those that allow less and nothing else. */
const below: Readonly<Record<AccessLevel, readonly AccessLevel[]>> = {
  none: [],
  readonly: ["none"],
  read_create: ["readonly", "none"],
  read_modify: ["readonly", "none"],
  read_create_modify: ["read_create", "read_modify", "readonly", "none"],
  all: ["read_create_modify", "read_create", "read_modify", "readonly", "none"],
};

/** Every role in which one privilege is less than in this one. */
export function lesserRoles(privileges: readonly Privilege[]): readonly LesserRole[] {
  return privileges.flatMap((privilege) =>
    below[privilege.access].map((access) => {
      const lessened = { ...privilege, access };
      return { lessened, privileges: privileges.map((each) => (each === privilege ? lessened : each)) };
    }),
  );
}
