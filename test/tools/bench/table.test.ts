import { cellsOf, terminalTable } from "../../../tools/bench/table";

const rows = [
  { what: "500 hosts", wallMs: { measured: 12_345, against: 2_345, ratio: 5.26 }, note: "2 requests" },
  {
    what: "start",
    wallMs: { measured: 345, against: 3.21, ratio: 107.48 },
    rssMb: { measured: 150.4, against: 40, ratio: 3.76 },
  },
];

it("figures have units and as many digits as say something; a column that no row has is left out", () => {
  expect(cellsOf(rows)).toEqual([
    ["", "wall", "against", "ratio", "memory", "against", "ratio", "note"],
    ["500 hosts", "12.3 s", "2.35 s", "5.26", "", "", "", "2 requests"],
    ["start", "345 ms", "3.2 ms", "107.48", "150 MB", "40 MB", "3.76", ""],
  ]);
});

it("all results make one table, whose rows begin with the benchmark's name", () => {
  const result = {
    title: "t",
    against: "a",
    startedAt: "2026-01-01T00:00:00.000Z",
    durationMs: 1,
    node: "v20.0.0",
    platform: "linux-x64",
    cpus: 2,
  };
  const text = terminalTable([
    { name: "refresh", ...result, rows: rows.slice(0, 1) },
    { name: "drift", ...result, rows: rows.slice(1) },
  ]);
  expect(text).toBe(
    [
      "                      wall  against   ratio  memory  against  ratio  note",
      "refresh: 500 hosts  12.3 s   2.35 s    5.26                          2 requests",
      "drift: start        345 ms   3.2 ms  107.48  150 MB    40 MB   3.76",
    ].join("\n"),
  );
});
