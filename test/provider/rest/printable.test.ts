import { printable, visible } from "../../../provider/rest/printable";

it("shows letters of any language, and nothing that steers a terminal", () => {
  expect(printable("Jürgen, 北京: \u001b[2J\r\n\u202e", 100)).toBe("Jürgen, 北京: ?[2J???");
  expect(visible("a\tb", " ")).toBe("a b");
});

it("shows no more than it is told to", () => {
  expect(printable("x".repeat(1_000), 5)).toBe("xxxxx...");
});
