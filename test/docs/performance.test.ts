import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readResult } from "../../tools/bench/results";
import { performancePage } from "../../tools/generate/performance-page";
import { documentText, ROOT } from "./documents";

const BENCH = join(ROOT, "bench");
const page = documentText("docs/performance.md");

it("has a section for every benchmark", () => {
  const all = readdirSync(BENCH).flatMap((file) => (file.endsWith(".ts") ? [file.slice(0, -".ts".length)] : []));
  const named = [...page.matchAll(/<!-- figures: ([\w-]+) -->/g)].map(([, name]) => name);
  expect([...named].sort()).toEqual([...all].sort());
});

it("shows the figures that bench/results keeps", () => {
  expect(page).toBe(performancePage(page, (name) => readResult(join(BENCH, "results"), name)));
});
