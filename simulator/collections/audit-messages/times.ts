import { parameters } from "../../wire/parameters";

const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ["s", 1000],
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", 86_400_000],
]);

/**
 * A query whose filter of `timestamp` has times as its clients write them, with these in ISO 8601: seconds since 1970
 * (`>=1700000000`) and how long ago (`>5m`, with `s`, `m`, `h` or `d`).
 */
export function withAbsoluteTimes(rawQuery: string, now: Date): string {
  return parameters(rawQuery)
    .map(({ name, value, raw }) =>
      name === "timestamp" ? `timestamp=${encodeURIComponent(absolute(value, now))}` : raw.replaceAll(" ", "+"),
    )
    .join("&");
}

function absolute(expression: string, now: Date): string {
  return expression.replace(/(?<![\w:-])(\d+)([smhd]?)(?![\w:-])/g, (all, digits: string, unit: string) => {
    const unitMs = UNIT_MS.get(unit);
    if (unitMs === undefined && digits.length < 9) {
      return all;
    }
    const instant = unitMs === undefined ? Number(digits) * 1000 : now.getTime() - Number(digits) * unitMs;
    return new Date(instant).toISOString();
  });
}
