import { nearest } from "../../../provider/schema";

const known = ["drift", "import", "simulate", "--version", "host", "password"];

it.each([
  ["drfit", "drift"],
  ["DRIFT", "drift"],
  ["hots", "host"],
  ["imp", "import"],
  ["passwort", "password"],
  ["pasword", "password"],
  ["--verison", "--version"],
])("takes %s for %s", (name, meant) => {
  expect(nearest(name, known)).toBe(meant);
});

it.each(["destroy", "x", "i", "post-mortem", "zzzz", ""])("takes %j for none of them", (name) => {
  expect(nearest(name, known)).toBeUndefined();
});
