import type { Kind } from "../../provider/inventory";

/** One object of the kind in a few letters: `service`, `credential`. */
export function shortNoun({ noun }: Kind): string {
  return noun.slice(noun.lastIndexOf(" ") + 1);
}

/** The kind in the program's table: `service`, of which an SVM has one, or `credentials`. */
export function tableKey(kind: Kind): string {
  return kind.namedBy === undefined ? shortNoun(kind) : `${shortNoun(kind)}s`;
}
