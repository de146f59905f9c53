import { loginOf } from "./login";
import { originOf } from "./origin";
import { certificateOf, keyMaterial, keyOf, sourceOfPem } from "./pem";
import { type ProxyServer, proxyFor } from "./proxy";
import { wrongOption } from "./wrong-option";

/** The longest time that a timer of Node.js can wait, some 24 days. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;
const MOST_REQUESTS = 1_000;

/**
 * How to reach one cluster. In a Pulumi program these come from the stack's configuration (`ontap-iscsi:<key>`) and
 * the environment (`ONTAP_<KEY>`); scripts pass them to `connect`.
 */
export interface ConnectionOptions {
  /** Management LIF: `name`, `name:port` or a URL. `http:` only for a loopback address. Required. `ONTAP_HOST`. */
  readonly host: string;
  /**
   * Login of an ONTAP account with application `http`. In login, password and token line breaks at the end are left
   * out; a line break inside, or any other control character, is refused. `ONTAP_USERNAME`.
   */
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
  /** Longest wait for one answer, body included, in milliseconds, at most 2147483647. Default 60000. `ONTAP_TIMEOUT_MS`. */
  readonly timeoutMs?: number;
  /** Requests in flight at once, 1 to 1000. Default 8. `ONTAP_MAX_CONCURRENT_REQUESTS`. */
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
    /** Where `ca` was taken from, for messages. */
    readonly caSource: string | undefined;
    readonly rejectUnauthorized: boolean;
  };
  /** The proxy that the environment names for this host. */
  readonly proxy: ProxyServer | undefined;
  readonly timeoutMs: number;
  readonly maxConcurrentRequests: number;
  /** Values that no message may hold. */
  readonly secrets: readonly string[];
}

/**
 * Checks connection options and fills in defaults; the proxy comes from `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`.
 * Throws `configuration`, naming the option or the variable.
 */
export function resolveOptions(options: ConnectionOptions, env: NodeJS.ProcessEnv = process.env): ResolvedOptions {
  const cert = certificateOf("clientCertificate", options.clientCertificate);
  const key = keyOf("clientKey", options.clientKey);
  if ((cert === undefined) !== (key === undefined)) {
    throw wrongOption("clientCertificate and clientKey", "one of the two is missing", "Give both, or neither.");
  }
  const origin = originOf(options.host);
  const login = loginOf(options, cert !== undefined);
  const proxy = proxyFor(origin, env);
  return {
    origin,
    authorization: login.authorization,
    tls: {
      cert,
      key,
      ca: certificateOf("caCertificate", options.caCertificate),
      caSource: sourceOfPem(options.caCertificate),
      rejectUnauthorized: options.insecure !== true,
    },
    proxy,
    timeoutMs: wholeNumber("timeoutMs", options.timeoutMs ?? 60_000, LONGEST_TIMEOUT_MS),
    maxConcurrentRequests: wholeNumber("maxConcurrentRequests", options.maxConcurrentRequests ?? 8, MOST_REQUESTS),
    secrets: [...login.secrets, ...(key === undefined ? [] : [keyMaterial(key)]), ...(proxy?.secrets ?? [])],
  };
}

function wholeNumber(option: string, value: number, most: number): number {
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw wrongOption(option, `${value} is not a whole number from 1 to ${most}`);
  }
  return value;
}
