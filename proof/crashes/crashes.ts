import type { LoggedRequest } from "../../test/array";
import { type Crash, MOMENTS, VICTIMS } from "./moment";

/** Every crash at these requests. One that reads has no effect, and its reply comes before the next request. */
export function crashesOf(requests: readonly LoggedRequest[]): readonly Crash[] {
  return requests.flatMap(({ method }, index) =>
    VICTIMS.flatMap((victim) =>
      (method === "GET" ? MOMENTS.slice(0, 1) : MOMENTS).map((moment) => ({ victim, moment, nth: index + 1 })),
    ),
  );
}
