/** Rows as lines, each column but the last as wide as its widest cell. */
export function aligned(rows: ReadonlyArray<readonly string[]>): readonly string[] {
  const widths = rows.reduce<readonly number[]>((widest, row) => {
    const cells = row.slice(0, -1);
    return [...cells.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)), ...widest.slice(cells.length)];
  }, []);
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** What comes from an array or a state must not steer the terminal. */
export function printable(line: string): string {
  return line.replace(/\s+$/, "").replace(/\p{Cc}/gu, " ");
}
