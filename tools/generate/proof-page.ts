import type { ProofResult } from "../proof/results";
import { isText, proofCells } from "../proof/table";
import { markdownTable } from "../text-table";

/**
 * The page with the kept figures of all proofs between `<!-- figures -->` and `<!-- end -->`. The rest of it is written
 * by hand.
 */
export function proofPage(page: string, results: readonly ProofResult[]): string {
  return page.replace(
    /(<!-- figures -->\n).*?(<!-- end -->)/s,
    (_, start: string, end: string) => `${start}${figures(results)}${end}`,
  );
}

function figures(results: readonly ProofResult[]): string {
  if (results.length === 0) {
    return "\nNot run yet.\n\n";
  }
  const runs = [
    ...new Set(
      results.map(({ startedAt, node }) => `${startedAt.slice(0, 10)} with Node.js ${node.replace(/^v/, "")}`),
    ),
  ];
  return `\n${markdownTable(proofCells(results), isText)}\n\nRun on ${runs.sort().join(" and ")}.\n\n`;
}
