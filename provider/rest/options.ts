import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import ipaddr from "ipaddr.js";
import { OntapError } from "./ontap-error";

/**
 * How to reach one cluster. In a Pulumi program these come from the stack's configuration (`ontap-iscsi:<key>`) and
 * the environment (`ONTAP_<KEY>`); scripts pass them to `connect`.
 */
export interface ConnectionOptions {
  /** Management LIF: `name`, `name:port` or a URL. `http:` only for a loopback address. Required. `ONTAP_HOST`. */
  readonly host: string;
  /** Login of an ONTAP account with application `http`. `ONTAP_USERNAME`. */
  readonly username?: string;
  /** Its password. `ONTAP_PASSWORD`. */
  readonly password?: string;
  /** OAuth 2.0 bearer token, instead of a login (ONTAP 9.14 and later). `ONTAP_TOKEN`. */
  readonly token?: string;
  /** Client certificate, PEM text or a path; its CN is the login. Needs `clientKey`. `ONTAP_CLIENT_CERTIFICATE`. */
  readonly clientCertificate?: string;
  /** Key of the client certificate, PEM text or a path. `ONTAP_CLIENT_KEY`. */
  readonly clientKey?: string;
  /** Certificate authorities to trust instead of Node's own, PEM text or a path. `ONTAP_CA_CERTIFICATE`. */
  readonly caCertificate?: string;
  /** Accept any server certificate, for this cluster only. Default false. `ONTAP_INSECURE`. */
  readonly insecure?: boolean;
  /** Longest wait for one answer, body included, in milliseconds. Default 60000. `ONTAP_TIMEOUT_MS`. */
  readonly timeoutMs?: number;
  /** Requests in flight at once. Default 8. `ONTAP_MAX_CONCURRENT_REQUESTS`. */
  readonly maxConcurrentRequests?: number;
}

/** {@link ConnectionOptions}, checked, with defaults filled in and files read. */
export interface ResolvedOptions {
  /** Scheme, host and port, without a path: `https://cluster1`. */
  readonly origin: string;
  readonly authorization: string | undefined;
  readonly tls: {
    readonly cert: string | undefined;
    readonly key: string | undefined;
    readonly ca: string | undefined;
    readonly rejectUnauthorized: boolean;
  };
  readonly timeoutMs: number;
  readonly maxConcurrentRequests: number;
  /** Values that no message may hold. */
  readonly secrets: readonly string[];
}

/** Checks connection options and fills in defaults. Throws `configuration`, naming the option. */
export function resolveOptions(options: ConnectionOptions): ResolvedOptions {
  const cert = pem("clientCertificate", options.clientCertificate, certificate);
  const key = pem("clientKey", options.clientKey, createPrivateKey);
  if ((cert === undefined) !== (key === undefined)) {
    throw wrong("clientCertificate and clientKey", "one of the two is missing", "Give both, or neither.");
  }
  return {
    origin: originOf(options.host),
    authorization: authorizationOf(options, cert !== undefined),
    tls: {
      cert,
      key,
      ca: pem("caCertificate", options.caCertificate, certificate),
      rejectUnauthorized: options.insecure !== true,
    },
    timeoutMs: positive("timeoutMs", options.timeoutMs, 60_000),
    maxConcurrentRequests: positive("maxConcurrentRequests", options.maxConcurrentRequests, 8),
    secrets: [options.password, options.token, key].flatMap((secret) => (secret ? [secret] : [])),
  };
}

function authorizationOf(options: ConnectionOptions, certificate: boolean): string | undefined {
  const { username, password, token } = options;
  if (token !== undefined && token !== "") {
    return `Bearer ${token}`;
  }
  if (username !== undefined && username !== "" && password !== undefined) {
    return `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`;
  }
  if (certificate) {
    return undefined;
  }
  const missing = username === undefined || username === "" ? "username" : "password";
  throw wrong(missing, "it is not set", "Give username and password, a token, or a client certificate with its key.");
}

function originOf(host: string): string {
  if (typeof host !== "string" || host.trim() === "") {
    throw wrong("host", "it is not set", "Give the cluster's management address: a name, name:port or a URL.");
  }
  const text = host.trim();
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${bracketed(text)}`);
  if (url === undefined || url.hostname === "") {
    throw wrong("host", "it is neither a name, name:port nor a URL");
  }
  if (url.username !== "" || url.password !== "") {
    throw wrong("host", "it holds a login", "Set username and password apart from it.");
  }
  if (!["", "/", "/api", "/api/"].includes(url.pathname) || url.search !== "" || url.hash !== "") {
    throw wrong("host", "it has a path or a query", "Give scheme, name and port only.");
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw wrong("host", "http: would send the login in clear", "Use https:; http: is for loopback addresses only.");
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw wrong("host", `${url.protocol} is not a scheme that ONTAP serves`, "Use https:.");
  }
  return url.origin;
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function bracketed(text: string): string {
  return ipaddr.IPv6.isValid(text) ? `[${text}]` : text;
}

function isLoopback(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, "");
  return name === "localhost" || (ipaddr.isValid(name) && ipaddr.parse(name).range() === "loopback");
}

function certificate(text: string): X509Certificate {
  return new X509Certificate(text);
}

/** PEM text, from text or a file, that Node.js can read. A line break may be spelled `\\n`, as in variables. */
function pem(option: string, value: string | undefined, read: (text: string) => unknown): string | undefined {
  if (value === undefined || value === "") {
    return undefined;
  }
  const text = (value.includes("-----BEGIN ") ? value : fileText(option, value)).replaceAll("\\n", "\n");
  try {
    read(text);
  } catch (cause) {
    throw wrong(option, "it is no PEM text that can be read", undefined, cause);
  }
  return text;
}

function fileText(option: string, path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw wrong(option, "it is neither PEM text nor a readable file", undefined, cause);
  }
}

function positive(option: string, value: number | undefined, fallback: number): number {
  if (value === undefined) {
    return fallback;
  }
  if (!Number.isInteger(value) || value <= 0) {
    throw wrong(option, `${value} is not a positive whole number`);
  }
  return value;
}

function wrong(option: string, outcome: string, next?: string, cause?: unknown): OntapError {
  return new OntapError({
    code: "configuration",
    tried: `use the connection option ${option}`,
    outcome,
    ...(next === undefined ? {} : { next }),
    ...(cause === undefined ? {} : { cause }),
  });
}
