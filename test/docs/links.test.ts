import { existsSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parseAllDocuments } from "yaml";
import { blocks, documents, documentText, prose, ROOT } from "./documents";

/** Relative links of a document, images too: target and the part behind `#`. */
function links(text: string): ReadonlyArray<readonly [target: string, anchor: string]> {
  return [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/i.test(link))
    .map((link) => {
      const [target = "", anchor = ""] = link.split("#");
      return [target, anchor];
    });
}

/** The anchors of a document's headings, as forges make them. */
function anchors(text: string): readonly string[] {
  return [...text.replace(/^```.*?^```$/gms, "").matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/ /g, "-"),
  );
}

test.each(documents())("every relative link of $name leads somewhere", ({ name, text }) => {
  const broken = links(text).flatMap(([target, anchor]) => {
    const place = target === "" ? join(ROOT, name) : join(ROOT, dirname(name), target);
    if (!existsSync(place)) {
      return [target];
    }
    const dead =
      anchor !== "" && statSync(place).isFile() && !anchors(documentText(relative(ROOT, place))).includes(anchor);
    return dead ? [`${target}#${anchor}`] : [];
  });
  expect(broken).toEqual([]);
});

test.each(["CONTRIBUTING.md", "docs/architecture.md"])("every file that %s names is there", (name) => {
  // What is built, and is not there on a fresh clone.
  const elsewhere = /portset|^pulumi-ontap-iscsi\/|^dist-plugin\//i;
  const named = [...documentText(name).matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)].map(([, path = ""]) => path);
  const missing = named.filter((path) => !elsewhere.test(path) && !existsSync(join(ROOT, path)));
  expect(named.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

test("every file on the walks of docs/architecture.md is in its folder", () => {
  const rows = [...documentText("docs/architecture.md").matchAll(/^\| \d \| `([\w/]+)\/` \| ([^|]+) \|/gm)];
  const named = rows.flatMap(([, folder = "", files = ""]) =>
    [...files.matchAll(/`([\w.-]+)`/g)].map(([, file = ""]) => `${folder}/${file}`),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test("the README has at most 200 lines, and its links lead to every other document", () => {
  expect(documentText("README.md").trimEnd().split("\n").length).toBeLessThanOrEqual(200);
  const reached = new Set(["README.md"]);
  for (const name of reached) {
    for (const [target] of links(documentText(name))) {
      const place = join(dirname(name), target);
      if (target.endsWith(".md") && existsSync(join(ROOT, place))) {
        reached.add(place);
      }
    }
  }
  const lost = documents().filter(({ name }) => !reached.has(name));
  expect(lost.map(({ name }) => name)).toEqual([]);
});

test.each(blocks("yaml", "yml"))("the YAML at $place parses", ({ text }) => {
  expect(
    parseAllDocuments(text, { strict: true, uniqueKeys: true }).flatMap(({ errors, warnings }) => [
      ...errors,
      ...warnings,
    ]),
  ).toEqual([]);
});

test.each(blocks("json"))("the JSON at $place parses", ({ text }) => {
  expect(() => JSON.parse(text)).not.toThrow();
});
