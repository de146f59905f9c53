import { type Kind, type TableKind, tableKinds } from "../../provider/inventory";

/** One object of the kind in a few letters: `service`, `credential`. */
export function shortNoun({ noun }: Kind): string {
  return noun.slice(noun.lastIndexOf(" ") + 1);
}

/** The kind in the program's list: `service`, of which an SVM has one, or `credentials`; `table` for a table of those. */
export function tableKey(kind: Kind): string {
  if (tableOf(kind) !== undefined) {
    return "table";
  }
  return kind.namedBy === undefined ? shortNoun(kind) : `${shortNoun(kind)}s`;
}

/** The kind as that of tables; undefined for any other. */
export function tableOf(kind: Kind): TableKind | undefined {
  return tableKinds.find((table) => table === kind);
}

/** What the head of a program says of it; `entry` is what stands for a resource there. */
export function headOf(kinds: readonly Kind[], entry: string): string {
  const what = kinds.some((kind) => tableOf(kind) !== undefined) ? "a row is a credential" : `${entry} is a resource`;
  return `Written by \`ontap-iscsi import\`, and yours from here on: ${what}, and editing it changes that one.`;
}
