import { timingSafeEqual } from "node:crypto";
import type { User } from "../state/settings";
import type { SimulatedCluster } from "../state/simulated-cluster";
import { atLeast } from "../state/version";
import { ApiError } from "../wire/api-error";

/**
 * The user that an `Authorization` header names: Basic with name and password, or, from 9.14 on, Bearer with a user's
 * password in place of a token.
 *
 * @throws ApiError 6691623 with 401.
 */
export function authenticate(cluster: SimulatedCluster, header: string | undefined): User {
  const [scheme = "", value = ""] = (header ?? "").split(/ +(.*)/s);
  // A user with the owner's name replaces it, so that a change of the password can be rehearsed.
  const renewed = cluster.settings.users.some(({ name }) => name === cluster.owner.name);
  const users = [...(renewed ? [] : [cluster.owner]), ...cluster.settings.users];
  const user =
    scheme.toLowerCase() === "basic"
      ? basicUser(users, Buffer.from(value, "base64").toString("utf8"))
      : scheme.toLowerCase() === "bearer" && atLeast(cluster.store.version, 9, 14)
        ? users.find((candidate) => same(candidate.password, value))
        : undefined;
  if (user === undefined) {
    throw new ApiError(401, "6691623", "User is not authorized.");
  }
  return user;
}

/**
 * Refuses what a user's role does not allow.
 *
 * @throws ApiError 6 with 403.
 */
export function authorize(user: User, method: string, segments: readonly string[]): void {
  const reading = ["GET", "HEAD", "OPTIONS"].includes(method);
  const aboutCluster = segments[1] === "cluster" || segments[1] === "security";
  if ((user.role === "readonly" && !reading) || (user.role === "vsadmin" && aboutCluster)) {
    throw new ApiError(403, "6", "not authorized for that command");
  }
}

function basicUser(users: readonly User[], credentials: string): User | undefined {
  const colon = credentials.indexOf(":");
  if (colon < 0) {
    return undefined;
  }
  const [name, password] = [credentials.slice(0, colon), credentials.slice(colon + 1)];
  return users.find((user) => user.name === name && same(user.password, password));
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
