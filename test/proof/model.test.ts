import { proof } from "../../proof/model";

test("Random sequences of commands do nothing that the model forbids, on either side", async () => {
  const seed = Date.now() % 1_000_000;
  const { failures } = await proof.run({ seed, short: true, commands: undefined, dist: undefined }, () => {});
  expect(failures).toEqual([]);
});
