/** Text in code style, whatever characters it holds: a code span of backticks would end at the first of them. */
export function code(value: string): string {
  return `<code>${escaped(value)}</code>`;
}

/** Text that neither ends a table's cell nor is taken for markup. */
export function escaped(value: string): string {
  return value.replace(/[&<>|`*_[\]\\~#]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\s+/g, " ");
}
