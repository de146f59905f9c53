import ipaddr from "ipaddr.js";
import { wrongOption } from "./wrong-option";

/** Scheme, host and port that the option `host` means. Throws `configuration`. */
export function originOf(host: string): string {
  if (typeof host !== "string" || host.trim() === "") {
    throw wrongOption("host", "it is not set", "Give the cluster's management address: a name, name:port or a URL.");
  }
  const text = host.trim();
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${bracketed(text)}`);
  if (url === undefined || url.hostname === "") {
    throw wrongOption("host", "it is neither a name, name:port nor a URL");
  }
  if (url.username !== "" || url.password !== "") {
    throw wrongOption("host", "it holds a login", "Set username and password apart from it.");
  }
  if (!["", "/", "/api", "/api/"].includes(url.pathname) || url.search !== "" || url.hash !== "") {
    throw wrongOption("host", "it has a path or a query", "Give scheme, name and port only.");
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw wrongOption(
      "host",
      "http: would send the login in plaintext",
      "Use https:; http: is for loopback addresses only.",
    );
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw wrongOption("host", `${url.protocol} is not a scheme that ONTAP serves`, "Use https:.");
  }
  return url.origin;
}

/** The text as a URL, or undefined where it is none. */
export function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** A host as a URL spells it, without the brackets of an IPv6 address. */
export function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/** True for a host, as a URL spells it, that is this machine by its name or address. */
export function isLoopback(hostname: string): boolean {
  const name = withoutBrackets(hostname);
  return name === "localhost" || (ipaddr.isValid(name) && ipaddr.process(name).range() === "loopback");
}

function bracketed(text: string): string {
  return ipaddr.IPv6.isValid(text) ? `[${text}]` : text;
}
