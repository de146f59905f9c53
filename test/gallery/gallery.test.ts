import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "../checkout";
import { wrongArguments } from "./arguments";
import { certificates } from "./certificates";
import { commandLine } from "./command-line";
import { connection } from "./connection";
import type { Chapter } from "./message";
import { notes } from "./notes";
import { objects } from "./objects";
import { programs } from "./programs";
import { liveSessions } from "./sessions";

const PAGE = join(CHECKOUT, "docs/errors.md");
const CHAPTERS = [connection, certificates, wrongArguments, objects, liveSessions, notes, programs, commandLine];
const INTRODUCTION = `<!-- Made by \`ONTAP_ISCSI_GALLERY=write npm test -- gallery\` from what the tests in test/gallery/ provoke. -->

# Messages

What you can meet, word for word: every message here is provoked by a test, against a simulated array. What each kind of
error means is in [the reference](reference/errors.md), ONTAP's numbers in [the table of codes](reference/codes.md).
`;

/** Without what is another one in every run: addresses of simulated arrays, folders. */
function steady(text: string): string {
  return text
    .replaceAll(/https?:\/\/127\.0\.0\.1:\d+/g, "https://cluster1.example.com")
    .replaceAll(/127\.0\.0\.1:\d+/g, "cluster1.example.com:443")
    .replaceAll(/\(\d+ days ago\)/g, "(N days ago)")
    .replaceAll(/(?<=\bfor )127\.0\.0\.1\b/g, "cluster1.example.com")
    .replaceAll(/\/\S*ontap-iscsi-gallery-\w+/g, "/home/you/stack")
    .trim();
}

async function chapterText({ title, messages }: Chapter): Promise<string> {
  const parts: string[] = [];
  for (const { when, provoke } of messages) {
    parts.push(`**When ${when}:**\n\n\`\`\`text\n${steady(await provoke())}\n\`\`\``);
  }
  return [`## ${title}`, ...parts].join("\n\n");
}

/** The chapter of that title as the page has it. */
function written(title: string): string {
  const [, after = ""] = readFileSync(PAGE, "utf8").split(`## ${title}\n`);
  return `## ${title}\n${after.split("\n## ")[0]}`.trim();
}

const found = new Map<string, string>();

test.each(CHAPTERS)("$title: every message is in docs/errors.md as it is provoked", async (chapter) => {
  const text = await chapterText(chapter);
  found.set(chapter.title, text);
  if (process.env.ONTAP_ISCSI_GALLERY !== "write") {
    expect(text).toBe(written(chapter.title));
  }
});

test("no message holds a stack trace or a password", () => {
  expect(found.size).toBe(CHAPTERS.length);
  const all = [...found.values()].join("\n");
  expect(all).not.toMatch(/^\s+at .*:\d+/m);
  expect(all).not.toMatch(/horse|twelve-bytes/);
});

afterAll(() => {
  if (process.env.ONTAP_ISCSI_GALLERY === "write") {
    writeFileSync(PAGE, `${[INTRODUCTION.trim(), ...found.values()].join("\n\n")}\n`);
  }
});
