import { avoidedWords } from "../../../tools/lint/words";

describe("the list of words to avoid", () => {
  it("finds a phrase with its line, and says what to write", () => {
    expect(avoidedWords("/** Fine. */\n// Kept in clear.\n")).toEqual([
      { line: 2, avoid: "in clear", write: "in plaintext" },
    ]);
  });

  it("finds a phrase across the lines of a comment", () => {
    expect(avoidedWords("/**\n * Kept for\n * ever.\n */")).toEqual([
      { line: 2, avoid: "for ever", write: "permanently" },
    ]);
  });

  it("leaves alone words that only contain one of the list", () => {
    expect(avoidedWords("a Bearer token, cleared; a textual form; a time-outside")).toEqual([]);
  });
});
