import { proof } from "../../proof/crashes";

test("a stack comes back from a provider and an engine that were killed, in short", async () => {
  const { failures, cases } = await proof.run({ seed: 1, short: true, commands: undefined, dist: undefined }, () => {});
  expect(failures).toEqual([]);
  expect(cases).toBe(4);
});
