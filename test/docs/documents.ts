import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** The checkout. */
export const ROOT = join(__dirname, "../..");

/** A Markdown file of the repository. */
export interface Document {
  /** Path from the checkout. */
  readonly name: string;
  readonly text: string;
}

/** A fenced block of a document. */
export interface Block {
  /** `README.md:12`, the line of its first fence. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

/** Every Markdown file at the top, in docs/ and in examples/. */
export function documents(): readonly Document[] {
  const files = [".", "docs", "examples"].flatMap((folder) => markdownIn(join(ROOT, folder), folder !== "."));
  return files.map((file) => ({ name: relative(ROOT, file), text: readFileSync(file, "utf8") }));
}

/** The text of one document. */
export function documentText(name: string): string {
  return readFileSync(join(ROOT, name), "utf8");
}

/** The fenced blocks of all documents in one of these languages. */
export function blocks(...languages: readonly string[]): readonly Block[] {
  return documents().flatMap(({ name, text }) =>
    [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
      .map((match) => ({
        place: `${name}:${text.slice(0, match.index).split("\n").length}`,
        language: match[1] ?? "",
        text: match[2] ?? "",
      }))
      .filter(({ language }) => languages.includes(language)),
  );
}

/** A document without its blocks and code, where what looks like a link is none. */
export function prose(text: string): string {
  return text.replace(/^```.*?^```$/gms, "").replace(/`[^`\n]*`/g, "code");
}

function markdownIn(folder: string, below: boolean): readonly string[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) {
      return below && entry.name !== "node_modules" ? markdownIn(place, below) : [];
    }
    return entry.name.endsWith(".md") ? [place] : [];
  });
}
