import type { InputReader } from "../input/reader";
import { atLeast, type OntapVersion } from "../state/version";
import { accessLevels, earlyAccessLevels } from "./access-level";
import { builtInRoles, type Privilege, type Role } from "./role";
import type { User } from "./user";

/** Who may log in, and what they may do. */
export interface Accounts {
  readonly users: readonly User[];
  readonly roles: readonly Role[];
}

/** Keys of a fixture, and of the settings, that hold accounts. */
export const accountKeys = ["users", "roles"] as const;

/**
 * The accounts that a fixture or the settings give: each list as a whole, the present one where it is not given.
 *
 * @throws InputError naming the first mistake, such as a user's role that nobody has defined.
 */
export function readAccounts(input: InputReader, present: Accounts, version: OntapVersion): Accounts {
  const roles = input.has("roles") ? readRoles(input, version) : present.roles;
  const users = input.has("users") ? readUsers(input) : present.users;
  for (const [index, user] of users.entries()) {
    if (roleOf(user, roles) === undefined) {
      const svm = user.svm === undefined ? "the cluster" : `SVM ${user.svm}`;
      const known = [...builtInRoles, ...roles].map(({ name }) => name).join(", ");
      throw input.fail(`users[${index}].role`, `is no role of ${svm}; known roles are ${known}`);
    }
  }
  return { users, roles };
}

/** A user's role: built in, or of the user's SVM, or of the cluster for a user of the cluster. */
export function roleOf({ role, svm }: User, roles: readonly Role[]): Role | undefined {
  return builtInRoles.find(({ name }) => name === role) ?? roles.find((each) => each.name === role && each.svm === svm);
}

function readUsers(input: InputReader): User[] {
  return input.objects("users", ["name", "password", "token", "certificate", "role", "svm"]).map((user) => {
    const [password, token, svm] = [user.text("password"), user.text("token"), user.text("svm")];
    const certificate = user.flag("certificate", false);
    if (!password && !token && !certificate) {
      throw user.fail("password", "is missing, and so are token and certificate");
    }
    return {
      name: user.required("name"),
      ...(password && { password }),
      ...(token && { token }),
      ...(certificate && { certificate }),
      role: user.required("role"),
      ...(svm !== undefined && { svm }),
    };
  });
}

function readRoles(input: InputReader, version: OntapVersion): Role[] {
  return input.objects("roles", ["name", "owner", "privileges"]).map((role) => {
    const name = role.required("name");
    if (builtInRoles.some((builtIn) => builtIn.name === name)) {
      throw role.fail("name", `must not be ${name}, which is built in`);
    }
    const svm = role.object("owner", ["name"])?.required("name");
    const privileges = role
      .objects("privileges", ["path", "access"])
      .map((privilege) => readPrivilege(privilege, version));
    return { name, ...(svm !== undefined && { svm }), privileges };
  });
}

function readPrivilege(privilege: InputReader, version: OntapVersion): Privilege {
  const path = privilege.required("path");
  if (!/^\/api(\/|$)/.test(path)) {
    throw privilege.fail("path", "must begin with /api");
  }
  const known = atLeast(version, 9, 11) ? accessLevels : earlyAccessLevels;
  const access = privilege.oneOf("access", known);
  if (access === undefined) {
    throw privilege.fail("access", `is missing; known are ${known.join(", ")}`);
  }
  return { path, access };
}
