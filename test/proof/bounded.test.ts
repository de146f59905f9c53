import { proof } from "../../proof/bounded";

it("an array that does not respond ends each operation in time, and memory does not grow, in short", async () => {
  const { failures, cases } = await proof.run(
    { seed: 1, short: true, commands: undefined, dist: undefined },
    () => undefined,
  );
  expect(failures).toEqual([]);
  expect(cases).toBeGreaterThan(30);
});
