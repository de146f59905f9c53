import { paintFor } from "../../cli/color";

const terminal = { isTTY: true };

it("sets text off on a terminal", () => {
  expect(paintFor(terminal, { TERM: "xterm" })("red", "gone")).toBe("\u001b[31mgone\u001b[39m");
});

it.each([
  ["a pipe or a file", { isTTY: false }, {}],
  ["what does not say what it is", {}, {}],
  ["a terminal with NO_COLOR", terminal, { NO_COLOR: "1" }],
  ["a terminal without colors", terminal, { TERM: "dumb" }],
])("leaves text as it is for %s", (_what, stream, env) => {
  expect(paintFor(stream, env)("red", "gone")).toBe("gone");
});

it("takes an empty NO_COLOR for none, as no-color.org says", () => {
  expect(paintFor(terminal, { NO_COLOR: "" })("bold", "x")).not.toBe("x");
});
