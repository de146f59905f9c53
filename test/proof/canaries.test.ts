import { proof } from "../../proof/canaries";

it("secrets turn up in nothing that is printed, kept, or handed to a process, in short", async () => {
  const { failures, cases } = await proof.run(
    { seed: 1, short: true, commands: undefined, dist: undefined },
    () => undefined,
  );
  expect(failures).toEqual([]);
  expect(cases).toBeGreaterThan(50);
});
