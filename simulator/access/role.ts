import { type AccessLevel, allows } from "./access-level";

/** What a role may do below a path. */
export interface Privilege {
  /** From `/api` on, such as `/api/protocols/san/iscsi`. */
  readonly path: string;
  readonly access: AccessLevel;
}

/** A REST role. */
export interface Role {
  readonly name: string;
  /** Name of the SVM that owns it; a role without one is the cluster's. */
  readonly svm?: string;
  readonly privileges: readonly Privilege[];
}

/** Roles that every cluster has; nobody can change them. `readonly` is the cluster's, `vsadmin` each SVM's. */
export const builtInRoles: readonly Role[] = [
  { name: "admin", privileges: [{ path: "/api", access: "all" }] },
  { name: "readonly", privileges: [{ path: "/api", access: "readonly" }] },
  { name: "vsadmin", privileges: [{ path: "/api", access: "all" }] },
];

/** True where a role allows a method on a path. Of several privileges the one with the longest path counts. */
export function permits({ privileges }: Role, method: string, segments: readonly string[]): boolean {
  const fitting = privileges.map((privilege) => ({ ...privilege, parts: partsOf(privilege.path) }));
  const [closest] = fitting
    .filter(({ parts }) => parts.every((part, index) => part === segments[index]))
    .sort((left, right) => right.parts.length - left.parts.length);
  return closest !== undefined && allows(closest.access, method);
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}
