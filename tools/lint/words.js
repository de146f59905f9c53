// @ts-check

const fs = require("node:fs");
const path = require("node:path");
const { root } = require("../bootstrap/root");
const { sourcesIn } = require("./sources");

const FOLDERS = ["bench", "cli", "proof", "provider", "sdk", "simulator", "tools"];

/**
 * Phrases that a native engineer stumbles on, each with what to write. Only phrases that are wrong wherever they appear.
 *
 * @type {[avoid: string, write: string][]}
 */
const WORDS = [
  ["bear", "have, carry"],
  ["bears", "has, carries"],
  ["beside", "next to, besides"],
  ["spelling", "notation"],
  ["in clear", "in plaintext"],
  ["for ever", "permanently"],
  ["anew", "again"],
  ["rightly", "correctly"],
  ["wholly", "entirely"],
  ["surely", "verified"],
  ["truth value", "boolean"],
  ["a text", "a string"],
  ["time-out", "timeout"],
  ["in vain", "find nothing"],
  ["counts as", "is treated as"],
  ["nobody told", "not given"],
  ["nobody misses", "safe to ignore"],
  ["lets the faults", "applies the fault rules"],
  ["release to play", "release to emulate"],
  ["cluster plays", "cluster emulates"],
  ["simulator plays", "simulator emulates"],
  ["behind its end", "exceed end"],
  ["behind its name", "after"],
  ["reason stands with", "see the resource's diagnostics"],
  ["without a word that helps", "with an unhelpful message"],
  ["format and mend", "format and fix"],
  ["unlike all others", "unique"],
];

/**
 * What a text should say otherwise, with the line of each place. A phrase is found across line breaks of a comment.
 *
 * @param {string} text
 * @returns {{ line: number, avoid: string, write: string }[]}
 */
function avoidedWords(text) {
  return WORDS.flatMap(([avoid, write]) => {
    const gap = "\\s+(?:(?:\\*|//)\\s+)?";
    const pattern = new RegExp(`(?<![\\w-])${avoid.split(" ").join(gap)}(?![\\w-])`, "gi");
    return [...text.matchAll(pattern)].map(({ index }) => ({
      line: text.slice(0, index).split("\n").length,
      avoid,
      write,
    }));
  });
}

/** Checks names, comments and messages for words to avoid. */
async function checkWords() {
  const found = FOLDERS.flatMap((folder) => sourcesIn(path.join(root, folder)))
    .filter((file) => file !== __filename)
    .flatMap((file) =>
      avoidedWords(fs.readFileSync(file, "utf8")).map(
        ({ line, avoid, write }) => `${path.relative(root, file)}:${line}: instead of "${avoid}" write: ${write}`,
      ),
    );
  if (found.length > 0) {
    throw new Error(found.join("\n"));
  }
}

module.exports = { avoidedWords, checkWords };
