import type { Violation } from "./violation";

/** Rules whose counterexample is known, or is being shortened; what searches at the same time share. */
export class Claims {
  readonly #rules: Set<string>;

  constructor(rules: Iterable<string>) {
    this.#rules = new Set(rules);
  }

  /** One search of fast-check, until it ends. */
  search(): Search {
    let own: string | undefined;
    return {
      isOwn: ({ rule }) => {
        if (own === undefined && !this.#rules.has(rule)) {
          this.#rules.add(rule);
          own = rule;
        }
        return rule === own;
      },
    };
  }
}

/** A search reports one rule, the first that no other has claimed, and shortens by that one alone. */
export interface Search {
  /** True where the search must fail with this violation. */
  isOwn(violation: Violation): boolean;
}
