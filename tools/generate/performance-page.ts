import type { Result } from "../bench/results";
import { cellsOf, isText } from "../bench/table";
import { markdownTable } from "../text-table";

/**
 * The page with the kept figures where it names a benchmark: between `<!-- figures: NAME -->` and `<!-- end -->`. The
 * rest of it is written by hand.
 *
 * @param read gives what is kept of a benchmark
 */
export function performancePage(page: string, read: (name: string) => Result | undefined): string {
  return page.replace(
    /(<!-- figures: ([\w-]+) -->\n).*?(<!-- end -->)/gs,
    (_, start: string, name: string, end: string) => `${start}${figures(read(name))}${end}`,
  );
}

function figures(result: Result | undefined): string {
  if (result === undefined) {
    return "\nNot measured yet.\n\n";
  }
  const cells = cellsOf(result.rows);
  const { title, against, startedAt, durationMs, node, platform, cpus } = result;
  return `
Measured: ${title}. Against: ${against}.

${markdownTable(cells, (column) => isText(cells, column))}

${startedAt.slice(0, 10)}, Node.js ${node.replace(/^v/, "")}, ${platform}, ${cpus} CPUs; the benchmark took ${Math.ceil(durationMs / 60_000)} min.

`;
}
