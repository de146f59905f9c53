import { requestsNote } from "../../bench/support/requests-note";

it.each([
  [{ requests: 5, writes: 0, maxInFlight: 1 }, 5, "1 request"],
  [{ requests: 11, writes: 0, maxInFlight: 1 }, 5, "2.2 requests"],
  [{ requests: 10_255, writes: 10_250, maxInFlight: 8 }, 5, "2,051 requests, at most 8 in flight"],
  [{ requests: 0, writes: 0, maxInFlight: 0 }, 5, "0 requests"],
])("%j of %d runs are %s", (stats, runs, expected) => {
  expect(requestsNote(stats, runs)).toBe(expected);
});
