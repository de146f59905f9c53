import { proofPage } from "../../../tools/generate/proof-page";

const PAGE = "# Page\n\nBy hand.\n\n<!-- figures -->\nstale\n<!-- end -->\n\nMore.\n";

it("writes what is kept where the page says so, and leaves the rest alone", () => {
  const result = {
    name: "model",
    title: "a title",
    seed: 7,
    cases: 20_000,
    figures: [["differences", 0]] as const,
    failures: [],
    startedAt: "2026-01-02T03:04:05.000Z",
    durationMs: 61_400,
    node: "v20.0.0",
  };
  expect(proofPage(PAGE, [result])).toBe(`# Page

By hand.

<!-- figures -->

| proof | cases | seed | result | seconds | counted |
| --- | ---: | ---: | --- | ---: | --- |
| model | 20,000 | 7 | proven | 61 | 0 differences |

Run on 2026-01-02 with Node.js 20.0.0.

<!-- end -->

More.
`);
});

it("says so where nothing is kept", () => {
  expect(proofPage(PAGE, [])).toContain("<!-- figures -->\n\nNot run yet.\n\n<!-- end -->");
});
