import { misnamedConstants } from "../../../tools/lint/constants";

describe("the style of constants", () => {
  it.each([
    "const limitMs = 5_000;",
    'export const path = "/api";',
    "const pattern: RegExp = /x/;",
    "const day = 24 * 3_600;",
  ])("refuses a plain value in lower case: %s", (text) => {
    expect(misnamedConstants(`// one line above\n${text}`)).toMatchObject([{ line: 2 }]);
  });

  it.each([
    "const LIMIT_MS = 5_000;",
    "const reads = new Map();",
    "const limit = readLimit();",
    "function f() { const half = 2; return half; }",
  ])("allows %s", (text) => {
    expect(misnamedConstants(text)).toEqual([]);
  });
});
