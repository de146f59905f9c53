import type { Result } from "./results";
import { FIGURES } from "./row";

/** A ratio may exceed the kept one by this factor; beyond it something became slower, and no longer the machine's mood. */
const TOLERANCE = 1.25;

const NAMES = { wallMs: "wall time", cpuMs: "CPU time", rssMb: "memory" } as const;

/**
 * Every ratio that is more than 25 % above the kept one, a sentence each. Rows that are not kept, or were not measured,
 * are not compared.
 */
export function exceeded(kept: Result, measured: Result): string[] {
  return measured.rows.flatMap((row) => {
    const before = kept.rows.find(({ what }) => what === row.what);
    return FIGURES.flatMap((figure) => {
      const [old, now] = [before?.[figure]?.ratio, row[figure]?.ratio];
      if (old === undefined || now === undefined || now <= old * TOLERANCE) {
        return [];
      }
      return [`${measured.name}, ${row.what}: the ratio of ${NAMES[figure]} is ${now}, and ${old} is kept`];
    });
  });
}
