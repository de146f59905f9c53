import { proof } from "../../proof/faults";

test("no fault at a request of an operation loses, doubles or cuts anything, in short", async () => {
  const { failures, cases } = await proof.run({ seed: 1, short: true, commands: undefined, dist: undefined }, () => {});
  expect(failures).toEqual([]);
  expect(cases).toBe(120);
});
