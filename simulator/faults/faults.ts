import type { Exchange } from "../rest/call";
import type { WireRecord } from "../wire/json";
import type { Next, Outcome } from "./fault";
import { fires, presentRule, type Rule, readRule } from "./rule";

/** The rules in force. */
export class Faults {
  #rules: Rule[] = [];

  /** Adds a rule. Throws InputError. */
  add(given: WireRecord): WireRecord {
    const rule = readRule(given);
    this.#rules.push(rule);
    return presentRule(rule);
  }

  list(): WireRecord[] {
    return this.#rules.map(presentRule);
  }

  clear(): void {
    this.#rules = [];
  }

  /** Runs an exchange through every rule that fires on it, the oldest outermost. */
  run(exchange: Exchange, array: Next): Promise<Outcome> {
    const firing = this.#rules.filter((rule) => fires(rule, exchange));
    const next = firing.reduceRight<Next>((inner, rule) => (changed) => rule.fault(changed, inner), array);
    return next(exchange);
  }
}
