import { fuzz } from "../provider/plugin/fuzz";
import { CANARY } from "../provider/plugin/hostile";

test("Whatever comes over the wire is answered, or refused with a message that shows no secret", async () => {
  const seed = Date.now() % 1_000_000;
  const { answers, refusals, offences, stderr, isAlive } = await fuzz(1_000, seed);
  expect({ seed, offences, isAlive }).toEqual({ seed, offences: [], isAlive: true });
  expect(answers + refusals).toBe(1_000);
  expect(Math.min(answers, refusals)).toBeGreaterThan(100);
  expect(stderr).not.toContain(CANARY);
});
