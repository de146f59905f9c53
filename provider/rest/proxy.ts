import ipaddr from "ipaddr.js";
import { OntapError } from "./ontap-error";
import { isLoopback, parseUrl, withoutBrackets } from "./origin";

/** A proxy through which connections to an array are tunnelled. */
export interface ProxyServer {
  /** Scheme, host and port, without a login. */
  readonly url: string;
  /** Value of the header by which the proxy knows its user. */
  readonly authorization: string | undefined;
  /** What of it no message may hold. */
  readonly secrets: readonly string[];
  /** Environment variable that names it. */
  readonly variable: string;
}

const VARIABLES = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"] as const;

/**
 * The proxy for an array by the environment: `HTTPS_PROXY`, where that is not set `HTTP_PROXY`, each also in lower case,
 * which comes first. None for what `NO_PROXY` lists, and never for this machine. Throws `configuration`, without the
 * variable's value, which may hold a password.
 */
export function proxyFor(origin: string, env: NodeJS.ProcessEnv): ProxyServer | undefined {
  const { hostname, port } = new URL(origin);
  const host = withoutBrackets(hostname);
  const variable = VARIABLES.find((name) => env[name]?.trim());
  if (variable === undefined || isLoopback(hostname) || isExempt(host, port === "" ? "443" : port, env)) {
    return undefined;
  }
  const text = env[variable]?.trim() ?? "";
  const url = parseUrl(text.includes("://") ? text : `http://${text}`);
  if (url === undefined || url.hostname === "" || !["http:", "https:"].includes(url.protocol)) {
    throw unusable(variable);
  }
  const [user, password] = [decoded(variable, url.username), decoded(variable, url.password)];
  const login = `${user}:${password}`;
  return {
    url: url.origin,
    authorization: login === ":" ? undefined : `Basic ${Buffer.from(login, "utf8").toString("base64")}`,
    secrets: password === "" ? [] : [password],
    variable,
  };
}

function unusable(variable: string): OntapError {
  return new OntapError({
    code: "configuration",
    operation: `use the environment variable ${variable}`,
    reason: "it is no URL of an HTTP proxy",
    hint: "Give http://host:port or https://host:port, a login in it percent-encoded, or list the array in NO_PROXY.",
  });
}

function decoded(variable: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unusable(variable);
  }
}

/** True where `NO_PROXY` lists the host: by name, a domain above it, address or network, each with an optional port. */
function isExempt(host: string, port: string, env: NodeJS.ProcessEnv): boolean {
  const entries = (env.no_proxy || env.NO_PROXY || "").toLowerCase().split(/[\s,]+/);
  return entries.some((entry) => entry === "*" || lists(entry, host, port));
}

function lists(entry: string, host: string, port: string): boolean {
  const [, name = entry, only = port] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
  if (only !== port) {
    return false;
  }
  const listed = withoutBrackets(name).replace(/^\*?\.?/, "");
  if (ipaddr.isValid(host)) {
    return networkHolds(listed, host);
  }
  return listed !== "" && (host === listed || host.endsWith(`.${listed}`));
}

function networkHolds(network: string, host: string): boolean {
  const address = ipaddr.parse(host);
  const wide = network.includes("/") ? network : `${network}/${address.kind() === "ipv4" ? 32 : 128}`;
  return ipaddr.isValidCIDR(wide) && within(address, ipaddr.parseCIDR(wide));
}

function within(address: ReturnType<typeof ipaddr.parse>, range: ReturnType<typeof ipaddr.parseCIDR>): boolean {
  return address.kind() === range[0].kind() && address.match(range);
}
