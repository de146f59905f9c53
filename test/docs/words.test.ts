import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { documents, ROOT } from "./documents";

/** Words that a native engineer stumbles on in a document, each with what to write instead. */
const AVOIDED: ReadonlyArray<readonly [pattern: RegExp, say: string]> = [
  [/(?<!mis)spell(s|ed|ing|ings)?\b/, "notation"],
  [/\ba text\b|\btexts\b/, "a string"],
  [/truth values?/, "a boolean"],
  [/\bbears?\b|\bbearing\b|\bbore\b/, "has, carries"],
  [/(?<!-)\bstand(s|ing)?\b (in|beside|with|behind|under|above|between|there)\b/, "appears in, next to"],
  [/in clear\b/, "in plaintext"],
  [/for ever\b/, "permanently"],
  [/counts? as\b|counted as\b/, "is treated as"],
  [/\bends? with (exit code )?\d|\bends? with (neither|either)\b/, "exits with code"],
  [/in vain\b/, "finds nothing"],
  [/time-outs?\b/, "timeout"],
  [/\banew\b/, "again"],
  [/\b(surely|wholly|rightly)\b/, "a plain statement"],
  [/nobody (told|misses|gains)/, "not given; safe to ignore"],
  [/\ban own\b|\bof one's own\b/, "its own, your own"],
  [/\bmend(s|ed|ing)?\b/, "fix"],
  [/\bprov(es?|ing) (it|them)sel(f|ves)\b/, "authenticates"],
  [/\b(tak(e|es|ing|en)|took) (it |them |what \w+ )?over\b/, "adopt"],
  [/\bloosen|\btighten/, "widen or restrict access"],
  [/\blets? in\b/, "admits"],
  [/\bjudg(e|es|ed|ing)\b/, "check, assess, evaluate"],
  [/turn(s|ed) (it |them )?away\b/, "throttled or locked; rejected"],
  [/\banswer(s|ed|ing)?\b/, "response, returns"],
  [/\bbehind (?!(a|the|your|Pulumi's) (proxy|back|NAT)|Pulumi's back)/, "after"],
  [/(?<!'n')\bplay(s|ed|ing)?\b|\bfaked?\b/, "emulate"],
  [/\bunlike all others\b/, "unique"],
  [/\bmust not start\b|\bmust go on with\b/, "start must not exceed end; must be followed by"],
  [/\b(is|are|was|were) told\b/, "is reported, is given"],
  [/\bthe house\b/, "the conventions, the repository"],
  [/\bwhoever\b/, "anyone who, each host that"],
  [/(^|[^\w-])foundations?\b/, "prerequisite"],
];

/** A document as one line of the same length, without what is written as code: names keep the words that they have. */
function flat(text: string): string {
  return text
    .replace(/^```.*$/gm, (fence) => " ".repeat(fence.length))
    .replace(/`[^`]*`/g, (code) => "x".repeat(code.length))
    .replace(/\n/g, " ");
}

/** The words to avoid that a text holds, each with its line. */
function avoided(text: string): readonly string[] {
  const prose = flat(text);
  return AVOIDED.flatMap(([pattern, say]) =>
    [...prose.matchAll(new RegExp(pattern, "gi"))].map(
      ({ 0: word, index }) => `line ${text.slice(0, index).split("\n").length}: "${word}" (say: ${say})`,
    ),
  );
}

/** The programs and project files in examples/, which are read like documents. */
function programs(): ReadonlyArray<{ readonly name: string; readonly text: string }> {
  const folders = readdirSync(join(ROOT, "examples"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = folders.flatMap(({ name }) =>
    ["index.ts", "__main__.py", "Pulumi.yaml"].map((file) => join(ROOT, "examples", name, file)),
  );
  return files
    .filter((file) => existsSync(file))
    .map((file) => ({ name: relative(ROOT, file), text: readFileSync(file, "utf8") }));
}

test.each([...documents(), ...programs()])("$name is written in the field's own words", ({ text }) => {
  expect(avoided(text)).toEqual([]);
});

test("a word to avoid is found in a sentence and across lines, and not in code", () => {
  expect(avoided("The node bears it.\nIt stands\nin clear, and `ends with 7`.")).toEqual([
    expect.stringContaining('line 1: "bears"'),
    expect.stringContaining('line 2: "stands in"'),
    expect.stringContaining('line 3: "in clear"'),
  ]);
});
