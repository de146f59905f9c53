import { proof } from "../../proof/differential";

test("Check, the plugin's Check and the array agree on every code that does not depend on the array's state", async () => {
  const seed = Date.now() % 1_000_000;
  const { failures } = await proof.run({ seed, short: true, commands: undefined, dist: undefined }, () => {});
  expect(failures).toEqual([]);
});
