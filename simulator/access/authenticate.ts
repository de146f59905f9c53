import { timingSafeEqual } from "node:crypto";
import type { SimulatedCluster } from "../state/simulated-cluster";
import { atLeast } from "../state/version";
import { ApiError } from "../wire/api-error";
import type { User } from "./user";

/** By what a request says who it is from. */
export interface Identification {
  /** The `Authorization` header: Basic with name and password or, from 9.14 on, Bearer with a token. */
  readonly authorization: string | undefined;
  /** Common name of a client certificate that the array's authority has issued. */
  readonly commonName: string | undefined;
}

/**
 * The user from whom a request is. A header counts for more than a certificate, unless the switch says otherwise.
 *
 * @throws ApiError 6691623 with 401.
 */
export function authenticate(cluster: SimulatedCluster, { authorization, commonName }: Identification): User {
  // A user with the owner's name replaces it, so that a change of the password can be rehearsed.
  const renewed = cluster.settings.users.some(({ name }) => name === cluster.owner.name);
  const users = [...(renewed ? [] : [cluster.owner]), ...cluster.settings.users];
  const hasTokens = atLeast(cluster.store.version, 9, 14);
  const byHeader = authorization ? headerUser(users, authorization, hasTokens) : undefined;
  const byCertificate = users.find(({ name, certificate }) => certificate && name === commonName);
  const isCertificateEnough = !authorization || cluster.settings.ambiguities.loginWithBoth === "certificate";
  const user = byHeader ?? (isCertificateEnough ? byCertificate : undefined);
  if (user === undefined) {
    throw new ApiError(401, "6691623", "User is not authorized.");
  }
  return user;
}

function headerUser(users: readonly User[], header: string, hasTokens: boolean): User | undefined {
  const [scheme = "", value = ""] = header.split(/ +(.*)/s);
  if (scheme.toLowerCase() === "basic") {
    return basicUser(users, Buffer.from(value, "base64").toString("utf8"));
  }
  if (scheme.toLowerCase() === "bearer" && hasTokens) {
    return users.find(({ token, password }) => same(token, value) || same(password, value));
  }
  return undefined;
}

function basicUser(users: readonly User[], credentials: string): User | undefined {
  const colon = credentials.indexOf(":");
  if (colon < 0) {
    return undefined;
  }
  const [name, password] = [credentials.slice(0, colon), credentials.slice(colon + 1)];
  return users.find((user) => user.name === name && same(user.password, password));
}

function same(expected: string | undefined, given: string): boolean {
  const [left, right] = [Buffer.from(expected ?? ""), Buffer.from(given)];
  return expected !== undefined && left.length === right.length && timingSafeEqual(left, right);
}
