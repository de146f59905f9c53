import type { ConnectionOptions } from "../rest";
import { isPemText } from "../rest/pem";

/** One setting of a cluster: a key of the configuration, an input of a provider, an environment variable. */
export interface Setting {
  readonly key: keyof ConnectionOptions | "probe";
  readonly type: "string" | "boolean" | "integer";
  /** What it is, in Markdown, as the part of a sentence; with the unit and the limits of a number. */
  readonly doc: string;
  /** What holds without it, where that is a value. */
  readonly default?: boolean | number;
  /** What holds without it, where that is no value. */
  readonly whenOmitted?: string;
  /** True for what must be set somewhere. */
  readonly isRequired?: true;
  /** True for what must be encrypted wherever it is kept. */
  readonly secret?: true;
  /** True for PEM text or a path to it; the path is never a secret. */
  readonly pem?: true;
  /** When its environment variable is used. Default: it overrides the configuration. */
  readonly variable?: string;
}

/** The settings of a cluster, in the order in which they are documented. */
export const settings = [
  {
    key: "host",
    type: "string",
    doc: "management address: `name`, `name:port` or a URL. `http:` for a loopback address only",
    isRequired: true,
    variable: "only where the configuration names no host",
  },
  { key: "username", type: "string", doc: "login of an ONTAP account with the application `http`" },
  { key: "password", type: "string", doc: "password of that account", secret: true },
  {
    key: "token",
    type: "string",
    doc: "OAuth 2.0 bearer token instead of a login; ONTAP 9.14 and later",
    secret: true,
  },
  {
    key: "clientCertificate",
    type: "string",
    doc: "client certificate, in PEM or a path; its common name is the login",
    pem: true,
  },
  {
    key: "clientKey",
    type: "string",
    doc: "key of the client certificate, in PEM or a path",
    secret: true,
    pem: true,
  },
  {
    key: "caCertificate",
    type: "string",
    doc: "authorities to trust instead of Node's own, in PEM or a path",
    whenOmitted: "Node's own",
    pem: true,
  },
  {
    key: "insecure",
    type: "boolean",
    doc: "`true` accepts any server certificate, of this cluster only",
    default: false,
  },
  {
    key: "timeoutMs",
    type: "integer",
    doc: "longest wait for one response, in milliseconds, up to 2147483647",
    default: 60_000,
  },
  {
    key: "maxConcurrentRequests",
    type: "integer",
    doc: "requests in flight at once, per cluster and process, 1 to 1000",
    default: 8,
  },
  {
    key: "probe",
    type: "boolean",
    doc: "`false` leaves out the probe of this cluster",
    default: true,
  },
] as const satisfies readonly Setting[];

/** Key of a setting. */
export type ConnectionKey = (typeof settings)[number]["key"];

const byKey: ReadonlyMap<string, Setting> = new Map(settings.map((setting) => [setting.key, setting]));

/** Settings that are secrets in a provider's arguments, a private key's path included. */
export const secretKeys: readonly string[] = [...byKey.values()].flatMap(({ key, secret }) => (secret ? [key] : []));

/** True for a value that no output may show and no file hold in plaintext. Of a private key in a file its path is none. */
export function isSecretValue(key: string, value: string): boolean {
  return byKey.get(key)?.secret === true && !isPath(key, value);
}

/** True for a setting that takes PEM text or a path to it. */
export function takesPem(key: string): boolean {
  return byKey.get(key)?.pem === true;
}

/** True for the path of a file, where PEM text may stand as well. */
export function isPath(key: string, value: string): boolean {
  return takesPem(key) && !isPemText(value);
}
