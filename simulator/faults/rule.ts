import { InputReader } from "../input/reader";
import type { Exchange } from "../rest/exchange";
import { isRecord, type WireRecord } from "../wire/json";
import { pathSegments } from "../wire/request-path";
import type { Fault } from "./fault";
import { faultKinds } from "./kinds";

const methods = ["GET", "HEAD", "OPTIONS", "POST", "PATCH", "PUT", "DELETE"];

/** A rule that was added through the control plane, with its counts. */
export interface Rule {
  /** As it was given. */
  readonly given: WireRecord;
  readonly matches: (exchange: Exchange) => boolean;
  readonly fault: Fault;
  /** First matching request that it fires on, counted from 1. */
  readonly first: number;
  /** How many requests it fires on from there. */
  readonly times: number;
  /** Matching requests so far. */
  seen: number;
}

/**
 * Reads a rule. With `match.nth` it fires on that one matching request, or on `times` of them from there; without, on
 * every matching request, or on the first `times`.
 *
 * @throws InputError
 */
export function readRule(given: WireRecord): Rule {
  const name = typeof given.kind === "string" ? given.kind : "";
  const kind = Object.hasOwn(faultKinds, name) ? faultKinds[name] : undefined;
  const rule = new InputReader(given, "", ["match", "times", "kind", ...(kind?.keys ?? Object.keys(given))]);
  if (kind === undefined) throw rule.fail("kind", `must be one of ${Object.keys(faultKinds).join(", ")}`);
  const match = rule.object("match", ["method", "path", "nth"]);
  const nth = match?.positiveInt("nth");
  const times = rule.positiveInt("times") ?? kind.times ?? (nth === undefined ? Number.POSITIVE_INFINITY : 1);
  return { given, matches: readMatch(match), fault: kind.read(rule), first: nth ?? 1, times, seen: 0 };
}

/** Counts a matching request and says whether the rule fires on it. */
export function fires(rule: Rule, exchange: Exchange): boolean {
  if (!rule.matches(exchange)) return false;
  rule.seen += 1;
  return rule.seen >= rule.first && rule.seen < rule.first + rule.times;
}

/** A rule as `GET /faults` shows it. */
export function shownRule(rule: Rule): WireRecord {
  const match = isRecord(rule.given.match) ? rule.given.match : {};
  return { ...rule.given, match, seen: rule.seen };
}

function readMatch(match: InputReader | undefined): (exchange: Exchange) => boolean {
  const method = match?.text("method")?.toUpperCase();
  if (method !== undefined && !methods.includes(method)) throw match?.fail("method", `must be one of ${methods}`);
  const path = match?.text("path");
  if (path !== undefined && !path.startsWith("/")) throw match?.fail("path", "must begin with a slash");
  const expression = path === undefined ? undefined : readExpression(path, match);
  const pathMatches = (candidate: string) => expression?.test(candidate) ?? candidate.startsWith(path ?? "");
  return (exchange) =>
    (method === undefined || method === exchange.method) &&
    (pathMatches(exchange.path) || pathMatches(usualPath(exchange.path)));
}

/** A regular expression between slashes; undefined for a prefix. */
function readExpression(path: string, match: InputReader | undefined): RegExp | undefined {
  const source = /^\/(.+)\/$/s.exec(path)?.[1];
  if (source === undefined || /^\/api(\/[\w.%:-]*)*\/$/.test(path)) return undefined;
  try {
    return new RegExp(source);
  } catch {
    throw match?.fail("path", "is no valid regular expression");
  }
}

/** Decoded, without `/v1` and doubled slashes: a rule for a path also means those that clients spell otherwise. */
function usualPath(path: string): string {
  try {
    return `/${pathSegments(path).join("/")}`;
  } catch {
    return path;
  }
}
