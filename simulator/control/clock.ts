import { InputReader } from "../input/reader";
import { parseTimestamp } from "../wire/timestamp";
import type { Control } from "./control-call";

/** GET `/clock`. */
export const getClock: Control = ({ cluster }) => ({ body: { now: cluster.clock.now().toISOString() } });

/** PUT `/clock`: the clock runs on from `now`. */
export const putClock: Control = (call) => {
  const input = new InputReader(call.body, "", ["now"]);
  const now = parseTimestamp(input.required("now"));
  if (now === undefined) throw input.fail("now", "must be a time in ISO 8601");
  call.cluster.clock.set(new Date(now));
  return getClock(call);
};
