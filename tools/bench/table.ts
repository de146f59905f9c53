import { type Cells, textTable } from "../text-table";
import type { Result } from "./results";
import { FIGURES, type Row } from "./row";

const HEADINGS = { wallMs: "wall", cpuMs: "CPU", rssMb: "memory" } as const;

/** The rows of a benchmark; columns that no row has are left out. */
export function cellsOf(rows: readonly Row[]): Cells {
  const figures = FIGURES.filter((figure) => rows.some((row) => row[figure] !== undefined));
  const hasNotes = rows.some(({ note }) => note !== undefined);
  return [
    ["", ...figures.flatMap((figure) => [HEADINGS[figure], "against", "ratio"]), ...(hasNotes ? ["note"] : [])],
    ...rows.map((row) => [
      row.what,
      ...figures.flatMap((figure) => {
        const { measured, against, ratio } = row[figure] ?? {};
        const amount = figure === "rssMb" ? megabytes : duration;
        return [amount(measured), amount(against), ratio?.toFixed(2) ?? ""];
      }),
      ...(hasNotes ? [row.note ?? ""] : []),
    ]),
  ];
}

/** All results as one table for a terminal. */
export function terminalTable(results: readonly Result[]): string {
  const rows = results.flatMap(({ name, rows: own }) => own.map((row) => ({ ...row, what: `${name}: ${row.what}` })));
  const cells = cellsOf(rows);
  return textTable(cells, (column) => isText(cells, column));
}

/** True for the columns that hold no figure. */
export function isText(cells: Cells, column: number): boolean {
  return column === 0 || cells[0]?.[column] === "note";
}

function duration(ms: number | undefined): string {
  if (ms === undefined) {
    return "";
  }
  if (ms < 10) {
    return `${ms.toFixed(1)} ms`;
  }
  return ms < 1_000 ? `${ms.toFixed(0)} ms` : `${(ms / 1_000).toFixed(ms < 10_000 ? 2 : 1)} s`;
}

function megabytes(mb: number | undefined): string {
  return mb === undefined ? "" : `${mb.toFixed(0)} MB`;
}
