import type { ArrayStats } from "./array-process";

/** What an array counted in so many runs, in a row's words; requests are those of one run. */
export function requestsNote({ requests, maxInFlight }: Omit<ArrayStats, "writes">, runs: number): string {
  const each = Number((requests / runs).toFixed(1));
  const count = `${each.toLocaleString("en")} ${each === 1 ? "request" : "requests"}`;
  return maxInFlight > 1 ? `${count}, at most ${maxInFlight} in flight` : count;
}
