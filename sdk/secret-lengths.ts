import { leaves } from "../provider/schema/leaves";

/** A secret of a resource whose length is not the usual one. */
export interface UnusualSecret {
  /** The resource and the argument: `IscsiCredentials "host1", chap.inbound.password`. */
  readonly title: string;
  readonly value: string;
  readonly least: number;
  readonly most: number;
}

const MOST_NAMED = 5;

/** Length in bytes, of hexadecimal digits after 0x as many as they stand for. */
export function bytesOf(secret: string): number {
  return /^0x([0-9a-f]{2})+$/i.test(secret) ? secret.length / 2 - 1 : Buffer.byteLength(secret, "utf8");
}

/**
 * The warning for secrets that are shorter or longer than what they are used with usually takes, each with the command
 * that sets another. `config` is the stack's whole configuration, in which a key with that value is looked for; `project`
 * is the namespace that a command may leave out.
 */
export function lengthWarning(
  secrets: readonly UnusualSecret[],
  config: Readonly<Record<string, string>>,
  project: string,
): string {
  const [{ least, most } = { least: 0, most: 0 }] = secrets;
  const lines = secrets
    .slice(0, MOST_NAMED)
    .map(({ title, value }) => `  - ${title}, ${bytesOf(value)} bytes: ${commandFor(value, config, project)}`);
  const more = secrets.length > MOST_NAMED ? [`  - and ${secrets.length - MOST_NAMED} more`] : [];
  return [`Many initiators refuse a password that is not ${least} to ${most} bytes long:`, ...lines, ...more].join(
    "\n",
  );
}

function commandFor(secret: string, config: Readonly<Record<string, string>>, project: string): string {
  for (const [name, value] of Object.entries(config)) {
    const key = name.startsWith(`${project}:`) ? name.slice(project.length + 1) : name;
    if (value === secret) {
      return `pulumi config set --secret ${key}`;
    }
    const path = [...leaves(objectIn(value))].find(([, leaf]) => leaf === secret)?.[0];
    if (path !== undefined) {
      const full = path.startsWith("[") ? `'${key}${path}'` : `${key}.${path}`;
      return `pulumi config set --path --secret ${full}`;
    }
  }
  return "pulumi config set --secret <key>, for a program that reads it from its configuration";
}

/** The object that a value of the configuration is as JSON; empty for any other. */
function objectIn(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}
