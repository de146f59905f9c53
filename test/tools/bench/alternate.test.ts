import { alternate } from "../../../tools/bench/alternate";

it("runs every variant once in each round, every other round in reverse order", async () => {
  const order: string[] = [];
  const run = (name: string) => async () => order.push(name);
  const results = await alternate(3, { a: run("a"), b: run("b") });
  expect(order).toEqual(["a", "b", "b", "a", "a", "b"]);
  expect(results).toEqual({ a: [1, 4, 5], b: [2, 3, 6] });
});

it("waits for one variant before it starts the next", async () => {
  let running = 0;
  const alone = async () => {
    running += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    const seen = running;
    running -= 1;
    return seen;
  };
  expect(await alternate(2, { a: alone, b: alone })).toEqual({ a: [1, 1], b: [1, 1] });
});

it("fails as the variant that fails", async () => {
  await expect(alternate(1, { a: () => Promise.reject(new Error("up failed")) })).rejects.toThrow("up failed");
});

it("no rounds measure nothing, which is an error", async () => {
  await expect(alternate(0, { a: async () => 1 })).rejects.toThrow("nothing is measured in 0 rounds");
});
