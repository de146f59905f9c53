import type { WireRecord } from "../wire/json";
import type { Accounts } from "./read-accounts";

/** Accounts as a fixture gives them, passwords and tokens included; reading them again gives the same. */
export function accountEntries({ users, roles }: Accounts): {
  readonly users: WireRecord[];
  readonly roles: WireRecord[];
} {
  return {
    users: users.map((user) => ({ ...user })),
    roles: roles.map(({ name, svm, privileges }) => ({
      name,
      ...(svm !== undefined && { owner: { name: svm } }),
      privileges: privileges.map(({ path, access }) => ({ path, access })),
    })),
  };
}
