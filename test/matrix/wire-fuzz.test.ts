import { fuzz } from "../provider/plugin/fuzz";
import { CANARY } from "../provider/plugin/hostile";

/** Ten times what it takes alone. */
const LONGEST_MS = 600_000;

test(
  "10,000 calls that a provider could get are each answered, or refused with a message that shows no secret",
  async () => {
    const seed = Date.now() % 1_000_000;
    const { answers, refusals, offences, stderr, isAlive } = await fuzz(10_000, seed);
    expect({ seed, offences, isAlive }).toEqual({ seed, offences: [], isAlive: true });
    expect(answers + refusals).toBe(10_000);
    expect(stderr).not.toContain(CANARY);
  },
  LONGEST_MS,
);
