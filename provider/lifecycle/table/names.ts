/** Most names in a message; of thousands the first ones show what it is about. */
export const MOST_NAMED = 20;

/** Names in a sentence, the first 20 of them. */
export function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${counted(more)} more`] : [])].join(", ");
}

/** A count as it is written in English: `1,240`. */
export function counted(count: number): string {
  return count.toLocaleString("en-US");
}
