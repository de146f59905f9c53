import { InputReader } from "../input/reader";
import type { Exchange } from "../rest/exchange";
import { isRecord, type WireRecord } from "../wire/json";
import type { Fault } from "./fault";
import { faultKinds } from "./kinds";

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
  const nth = match?.amount("nth");
  if (match !== undefined && nth === 0) throw match.fail("nth", "counts from 1");
  const times = rule.amount("times") ?? kind.times ?? (nth === undefined ? Number.POSITIVE_INFINITY : 1);
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
  const path = match?.text("path");
  const expression = path === undefined ? undefined : readExpression(path, match);
  const pathMatches = (candidate: string) => expression?.test(candidate) ?? candidate.startsWith(path ?? "");
  return (exchange) =>
    (method === undefined || method === exchange.method) &&
    (pathMatches(exchange.path) || pathMatches(decoded(exchange.path)));
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

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
