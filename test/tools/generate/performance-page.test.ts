import { performancePage } from "../../../tools/generate/performance-page";

const PAGE = `# Page

By hand.

<!-- figures: refresh -->
stale
<!-- end -->

More.

<!-- figures: up -->
<!-- end -->
`;

it("writes what is kept where the page names it, and leaves the rest alone", () => {
  const result = {
    name: "refresh",
    title: "pulumi refresh",
    against: "the engine",
    startedAt: "2026-01-02T03:04:05.000Z",
    durationMs: 61_000,
    node: "v20.0.0",
    platform: "linux-x64",
    cpus: 2,
    rows: [{ what: "500 hosts", wallMs: { measured: 2_000, against: 1_000, ratio: 2 }, note: "2 requests" }],
  };
  const written = performancePage(PAGE, (name) => (name === "refresh" ? result : undefined));
  expect(written).toBe(`# Page

By hand.

<!-- figures: refresh -->

Measured: pulumi refresh. Against: the engine.

|  | wall | against | ratio | note |
| --- | ---: | ---: | ---: | --- |
| 500 hosts | 2.00 s | 1.00 s | 2.00 | 2 requests |

2026-01-02, Node.js 20.0.0, linux-x64, 2 CPUs; the benchmark took 2 min.

<!-- end -->

More.

<!-- figures: up -->

Not measured yet.

<!-- end -->
`);
  expect(performancePage(written, (name) => (name === "refresh" ? result : undefined))).toBe(written);
});
