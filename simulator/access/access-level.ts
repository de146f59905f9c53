/**
 * What a role may do with a path. Source: "Manage security roles" of ONTAP's REST API reference, and `security login
 * rest-role create` of its command reference.
 */
export const accessLevels = ["none", "readonly", "read_create", "read_modify", "read_create_modify", "all"] as const;
export type AccessLevel = (typeof accessLevels)[number];

const methods: Readonly<Record<AccessLevel, readonly string[]>> = {
  none: [],
  readonly: ["GET"],
  read_create: ["GET", "POST"],
  read_modify: ["GET", "PATCH"],
  read_create_modify: ["GET", "POST", "PATCH"],
  all: ["GET", "POST", "PATCH", "DELETE"],
};

/** The levels of the releases before 9.11; the command reference of 9.10.1 knows no others. */
export const earlyAccessLevels: readonly AccessLevel[] = ["none", "readonly", "all"];

/** True where a level allows a method. HEAD is a GET without its body. */
export function allows(level: AccessLevel, method: string): boolean {
  return methods[level].includes(method === "HEAD" ? "GET" : method);
}
