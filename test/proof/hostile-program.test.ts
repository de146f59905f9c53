import { proof } from "../../proof/hostile-program";

it("a program that sends wrong requests gets documented errors and changes nothing, in short", async () => {
  const { failures, cases } = await proof.run(
    { seed: 1, short: true, commands: undefined, dist: undefined },
    () => undefined,
  );
  expect(failures).toEqual([]);
  expect(cases).toBeGreaterThan(100);
});
