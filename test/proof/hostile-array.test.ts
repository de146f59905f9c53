import { proof } from "../../proof/hostile-array";

it("an array that responds wrongly gets an error of ours or a right result, in short", async () => {
  const { failures, cases } = await proof.run(
    { seed: 1, short: true, commands: undefined, dist: undefined },
    () => undefined,
  );
  expect(failures).toEqual([]);
  expect(cases).toBeGreaterThan(100);
});
