/** A table as cells of text: its headings, then its rows. */
export type Cells = readonly (readonly string[])[];

/** Lines of a terminal: each column as wide as its widest cell. Columns of text stand to the left, others to the right. */
export function textTable(cells: Cells, isText: (column: number) => boolean): string {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const padded = (cell: string, column: number) =>
    isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return cells.map((line) => line.map(padded).join("  ").trimEnd()).join("\n");
}

/** The same as a table of Markdown. */
export function markdownTable(cells: Cells, isText: (column: number) => boolean): string {
  const [headings = [], ...rows] = cells;
  const line = (values: readonly string[]) => `| ${values.join(" | ")} |`;
  return [line(headings), line(headings.map((_, column) => (isText(column) ? "---" : "---:"))), ...rows.map(line)].join(
    "\n",
  );
}
