/** One thing that is wrong with a resource's arguments. */
export interface Failure {
  /**
   * The property, as a dotted path. The engine prints the value of a top-level property that a failure names, so
   * whatever may hold a password is named by a path that is none (see {@link printable}).
   */
  readonly property: string;
  /** What is wrong, what is allowed, and ONTAP's code where ONTAP has one for it. */
  readonly reason: string;
}

/** Top-level arguments whose values may be shown, whatever a program puts there by mistake. */
const PUBLIC = new Set(["initiator", "authenticationType", "enabled", "cluster", "adopt", "forceDisconnect"]);

/** Names a property so that the engine prints its value only where that value is a public one. */
export function printable(path: readonly string[]): string {
  const [first = ""] = path;
  return path.length === 1 && !PUBLIC.has(first) ? `[${JSON.stringify(first)}]` : dotted(path);
}

/** A path as the engine writes it: `initiatorAddress.ranges[0].end`. */
export function dotted(path: readonly string[]): string {
  return path.reduce(below, "");
}

/** The path of what has that name inside: `initiatorAddress.ranges`, `credentials["iqn.1998-01.com.example:host1"]`. */
export function below(path: string, name: string): string {
  if (/^\d+$/.test(name)) {
    return `${path}[${name}]`;
  }
  return /^[\w$-]+$/.test(name) ? `${path}${path === "" ? "" : "."}${name}` : `${path}[${JSON.stringify(name)}]`;
}

/** A failure that ONTAP would report with a code of its own. */
export function refused(property: string, reason: string, ontapCode: string): Failure {
  return { property, reason: `${reason} (ONTAP ${ontapCode})` };
}
